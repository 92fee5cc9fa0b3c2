"""Who must agree to which publications: the policies, and the groups of people that they name."""
