"""Dashboards of accounts, buying groups, engagement, web and e-mail: for each number the rows that it counts.

A widget is a query of rows and how they are summed up. The number that is shown is a GROUP BY of the rows, and the list
behind it is those rows, so that they cannot disagree. Nothing here knows where tables stand: `rows` hands them.
"""
