<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
  <context>
    <name>app</name>
    <message numerus="yes">
      <source>%n line(s) cannot be counted yet and are left out.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>(empty)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>+ Add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A document file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A transition starts at an output.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About Jalon</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Activities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a condition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add to {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add values to the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aggregate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All but</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All commands…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All of these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All of these, on the same record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An activity cannot follow itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An edit came after these numbers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An empty folder for the new workspace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An expression</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>And {number} more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another workspace…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As of {instant}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At least one of these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audience: {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audiences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Building the sample workspace on this machine; it takes some 20 s…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Builds a workspace of 1.47 million real purchases with four sample campaigns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By itself it finds {found}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calculate from all records</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calculated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Campaign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the frame</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the look</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the variables</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change “{field}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change “{field}” of {node}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose first whom the rule is about.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose what to look at.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Click to combine the lines of this group in another way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the tab</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare with a moment counted from now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare with a value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare with a variable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare with an expression</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Condition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conditions on {table}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the count with its proof</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Count as of…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Count now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counted before; nothing had to run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counted in {seconds} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counted in {seconds} s.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cut</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete and join neighbours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Design campaigns as a graph, with an exact count on every transition.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Design campaigns as a graph, with an exact count on every transition. Everything stays on this machine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distribution of values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drag to move; Alt+Up and Alt+Down do the same</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duplicate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explore with real data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Expression</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Favourites</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fields</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files to import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter the values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter: {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fold all groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fold or unfold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Functions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Geomarketing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gives {type}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group in a frame</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group with the line above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group with the line below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help on this activity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here it adds {step}, which makes {left}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here it takes away {step}, which leaves {left}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How it is calculated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How the lines of this group combine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ignore case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import data…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Importing {name}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Include empty values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insert a field, a function or a variable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insert {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is switched off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lay out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leads to {table}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines about linked records stay inside their line. Copy and paste them instead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Linked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Main</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make room</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the workspace…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More about the whole rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move transitions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needs its settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New campaign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New workspace…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No condition yet: all of {table} are found. Add one to narrow them down.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No population passes here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing fits what you typed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is chosen yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is connected here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is selected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is wrong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of different</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of records</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numeric</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only an activity with an input and an output fits into a transition.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only an activity without transitions can be put into one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only some of the records</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a campaign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a campaign…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a workspace…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open large</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Operator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outputs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Partial load: only the {number} most frequent values are shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste conditions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pick a date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Predefined filters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Properties</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put into the transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reachable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read a document file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent workspaces</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reconnect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove all conditions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove it, or correct it where it was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace by a predefined filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace by {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SQL</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save a version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save as a predefined filter…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved as version {number}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search attributes, filters, audiences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search fields and functions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search for a command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select a transition first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select an activity first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select an activity to read its query.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the SQL of this rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smallest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong that should not have: {error}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop counting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>String</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as YearsOld(@birth_date)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as YearsOld(@birth_date).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sum of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch off or on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch to rule edition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first, except all others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder of a workspace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The language changes when Jalon starts again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample is a year of purchases of about 2,500 households. It is built on this machine in some 20 s.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no conditions on the clipboard. Copy some in a rule first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no SQL yet: {problem}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no such record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nobody to count here yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is such a record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These two are already connected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This activity has no query of its own: see the problems, or the activity before it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This activity is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This has not been counted yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not JSON yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not complete yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This kind of activity is unknown here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This output leads nowhere yet. Connect it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This part of the rule cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This program does not know this kind of activity. It is kept as it is, and nothing runs here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This transition is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This would make a circle: the flow must not come back to where it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unfold all groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ungroup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unreadable part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Values and how often they occur</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Variable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Variables</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why rows stay behind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without it the rule finds {found} ({change}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write to a document file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written to {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your work is kept. Try again; if it happens again, tell us what you did.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>add values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and {number} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>audience</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose a period</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose a value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose a variable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>contains</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>date and time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not contain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not exist</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not start with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>except</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>exists</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>exists such as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>from now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>functions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has its anniversary today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a member</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is at least</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is greater than</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is in the period</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is less than</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is like</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is none of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a member</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not in the period</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not like</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is on or after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is on or before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is one of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>many records</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>minute</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>month</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>months</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>one record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>or</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>quarter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>quarters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>starts with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the coming</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the last</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>time of day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tomorrow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>week</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>weeks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whole number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>years</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yes or no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yesterday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{filled} of {rows} records have a value, {empty} have none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{found} of {rows} {unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: {rows} rows loaded into {table}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rows} rows, {targets} distinct targets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{rows} {unit} · {document} · {node} · {label} · as of {instant} · data {data} · {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title} always stands first: nothing can enter it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title} takes one transition only. Remove the present one first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>− Waiting</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>canvas</name>
    <message>
      <source>100 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A node cannot follow itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A node with several transitions on both sides cannot be healed: it is not clear who follows whom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A transition ends at an input.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A transition starts at an output.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a bend</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a node</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a node at the pointer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a node here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add after, or into the transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align bottom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align centres</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align middles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Align top</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Amber</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arrange</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the default</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Blue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bring to the front</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Canvas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change counts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change frame</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change node</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choices</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compact or detailed cards</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect from here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect to…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect two nodes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cut</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cut transitions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete and heal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete and join neighbours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete the transitions here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distribute across</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distribute down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, with remarks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duplicate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duplicate with incoming transitions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forward</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Frame {title}, {count} nodes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to a transition of the node</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to place {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the frame around the node</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to what comes before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to what follows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to what is above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to what is below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to where it begins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to where it ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Graph</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Green</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Grey</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group in a frame</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insert {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Invert the selection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep this place as {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kinds of nodes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kinds of nodes that fit here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lay out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lead elsewhere…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make room</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Map of the whole graph</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move transitions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move transitions from an output to an output, and from an input to an input.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Narrower</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New keys for the action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No other port has transitions that may come here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No path leads from one of these nodes to the other.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nodes and transitions in the order of the flow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not set up yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note: {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing further in this direction.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is connected here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is selected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only a node with an input and an output fits into a transition.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only a node without transitions can be put into one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the menu of what the keyboard is at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Orthogonal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Output</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Palette</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place {number} is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Port</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Purple</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put into the frame</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Queued</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read-only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reconnect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Red</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run states</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Running</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Running {share} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select a node first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select connected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select downstream</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select or let go of what the keyboard is at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the path between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the same type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select upstream</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select what the frame holds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selected: {part}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send to the back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shorter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the selection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the whole graph</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Straighten</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch off or on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switched off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take in what comes before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take in what follows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take in what is above</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take in what is below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take out of the frame</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take over the transitions of…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taller</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The left node has no output, or the right one no input.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The node is already at this transition.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These keys belong to: {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These two are already connected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This graph is locked while it runs. Stop the run to edit it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This input takes one transition only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This input takes one transition only. Remove the present one first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This kind of node is unknown here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This node has no input.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This node has no output.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This node is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This transition is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This would make a circle: the flow must not come back to where it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transition from {source} to {target}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transition from {source}, open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use these keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Walk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What comes next?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which one? Type its number or a part of its name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whole graph</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wider</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>being counted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>count failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leads to {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing follows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>switched off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{action}: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} counts updated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} nodes selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} parts selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} remarks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} remarks: {sentences}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{keys} is shared by {names}, so it does nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{move} by five</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number}, being counted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number}, out of date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{percent} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{share} % of entry</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>engine</name>
    <message>
      <source>,</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 is Monday, 6 is Sunday.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 keeps all of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 keeps all, 1 one per record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 remembers forever.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 to 5, or -1 for the last.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A column of the rows that enter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A condition as an expression.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A dimension that the rows came from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A duplicate of a row that was kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A path from the target, or from the secondary record; empty takes the dimension's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A path in the other set.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A path in the primary set.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A path such as city or product/label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A text, or the name of a variable as $(vars/@name).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add attributes, linked records and totals to each row.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Advanced conditions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Advanced join</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aggregated data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Alert</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All of them must be equal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All subsets in one output</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An attribute of the dimension.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An expression, such as @points + 10.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>And-join</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anniversary</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another row of the same record was kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Append</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Append the time to the name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As soon as possible</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the sample file is laid out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach rows of a file to the records they mean.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attribute</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attributes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attributes that duplicates share.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audience</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audience attributes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audience label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Boolean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Branches to wait for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Build audience</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Byte</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Campaign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Category</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change dimension</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Channel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Characters, in a fixed-width file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collected data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Columns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Columns saved with the audience, or attributes of the records.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Columns to add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Combine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Condition type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conditions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conditions on the linked record; source/… is a column of the row, such as [source/@email].</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conditions on the record; source/… is a column of the row, such as [source/@email].</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contains</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Count distinct</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Csv</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daily</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data management</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date and time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Datetime</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decimal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deduplication</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Default</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Default condition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete the file after a real run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delimited</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delimiter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Destination</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Direct mail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Divide a population into labelled subsets.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does not match the rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does not match, or was returned before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Double</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duplicates to keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>E-mail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each key column's value.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each path gets the whole population.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty means all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: the dimension's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encoding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enrichment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Equal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Equal attributes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Equal fields</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Errors allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Excel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exclusion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exclusion rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Execution address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Expression</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>External signal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Extract file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>False</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fields to update</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find the people or records that match a rule.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find the records that match a rule and were not found before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fits no record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fits no record of the entity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fixed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flow control</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Follow the first path whose condition holds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a value that remap does not name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For expression and list of values.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fork</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Found in an excluded set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Function</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Generate complement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Generate outbound transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on when empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with the linked records of another dimension.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Greater</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Greater or equal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Header</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Header line</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Highest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History in days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How paths begin; empty means the table or transition.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identification</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Identity namespace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ignore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ignore case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ignore case and spaces</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In a fixed-width file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In no subset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the other set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the primary set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incremental query</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insert</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insert or update</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insert, update or delete records of a table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Instead of a table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Instead of an attribute.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Integer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Intersection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join populations, keep what they share, or take one from another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Json</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Json lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep one row, or a few, of those that agree on chosen fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep rejects in a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep unreconciled data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keeps the records that the inbound transition carries; otherwise it only starts the activity.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last execution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layout</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Less</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Less or equal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Like</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limit by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines to retrieve</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Links</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Load file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Local time in the campaign's zone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lower</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark the end of a path, and start another campaign if wanted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Marketing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Max</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merged with the same record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Minute</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Monthly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Months</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>N</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of a line</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New target dimension</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file when nobody enters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Non empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not contains</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not equal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not in every set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not like</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not starts with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not within</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nth</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nth weekday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Null tokens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nulls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On unmapped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One message per</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per match</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only among those who enter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Operation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Operator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parameters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parquet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paths from the linked record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause the path for a time, or until a moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Percent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Periodic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Population count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prefer rows with a value in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preferred values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Primary identity field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Primary set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Process errors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Profile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Push</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quote</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read audience</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read over it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reconciliation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove duplicate rows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Required</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Result</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SMS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Same when equal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save audience</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Schedule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scheduler</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Secondary</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Secondary dimension</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send a letter to the population.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send a notice to those who subscribed to alerts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send a push notification to the population.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send an SMS to the population.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send an e-mail to the population.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send the whole population along several paths at once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Separator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set by hand, it stands until the next real run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sets to join</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Short</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip when empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sorting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start from the members of a saved audience.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start from the rows of a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start the campaign at planned times.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starts with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Store the population as an audience that other campaigns can read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>String</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>String delimiter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Subset 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Subsets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Subsets may overlap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as $(vars/@recCount) &gt; 10000.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as %d/%m/%Y; without it ISO.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as 2025-12-01T09:00.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Such as purchases/price; a link alone to count records.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken into account if</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Targeting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Targeting dimension</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The audience's id or label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The column's name; empty means the attribute's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The dimension whose identity names the members.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first found wins.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The header in the file, when it differs from the name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The link that demands a record found none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The links to follow; empty takes the only shortest way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The path of links, such as purchases.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The rows that fit no record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table whose records are targeted; empty means the campaign's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The transition, or the activity that it comes from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thousands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transactional</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transformation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transition 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transition 2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transitions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transitions; empty means all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trim</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two rows are the same when</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Union</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Upper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Value in the file to value.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Variable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait for a signal from another campaign or program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait for all branches, then go on with the population of one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weekday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weekdays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weekly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When nobody enters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whether the path goes on when nobody matches.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which ones</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which records may be found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which records; without it, all of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which transition is enriched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose population goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose rows and columns are kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Width</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Within</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without it, a limit is a fair draw.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write chosen columns of the population to a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xml</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>default and allowed: an empty value is missing; required: it is an error.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>these columns are equal</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
