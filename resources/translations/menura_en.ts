<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BehaviourActions</name>
    <message numerus="yes">
        <source>Deleted %1, which %n place(s) name. Undo brings it back.</source>
        <translation>
            <numerusform>Deleted %1, which %n place names. Undo brings it back.</numerusform>
            <numerusform>Deleted %1, which %n places name. Undo brings it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::BehaviourPage</name>
    <message numerus="yes">
        <source>used in %n places</source>
        <translation>
            <numerusform>used in %n place</numerusform>
            <numerusform>used in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::BehaviourTables</name>
    <message numerus="yes">
        <source>%n path(s) begin with it now.</source>
        <translation>
            <numerusform>%n path begins with it now.</numerusform>
            <numerusform>%n paths begin with it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and one more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::DocsWords</name>
    <message numerus="yes">
        <source>exactly %1 character(s)</source>
        <translation>
            <numerusform>exactly %1 character</numerusform>
            <numerusform>exactly %1 characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 character(s)</source>
        <translation>
            <numerusform>%1 to %2 character</numerusform>
            <numerusform>%1 to %2 characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 character(s)</source>
        <translation>
            <numerusform>at least %1 character</numerusform>
            <numerusform>at least %1 characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 character(s)</source>
        <translation>
            <numerusform>at most %1 character</numerusform>
            <numerusform>at most %1 characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %1 item(s)</source>
        <translation>
            <numerusform>exactly %1 item</numerusform>
            <numerusform>exactly %1 items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 item(s)</source>
        <translation>
            <numerusform>%1 to %2 item</numerusform>
            <numerusform>%1 to %2 items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 item(s)</source>
        <translation>
            <numerusform>at least %1 item</numerusform>
            <numerusform>at least %1 items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 item(s)</source>
        <translation>
            <numerusform>at most %1 item</numerusform>
            <numerusform>at most %1 items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %1 field(s)</source>
        <translation>
            <numerusform>exactly %1 field</numerusform>
            <numerusform>exactly %1 fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 field(s)</source>
        <translation>
            <numerusform>%1 to %2 field</numerusform>
            <numerusform>%1 to %2 fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 field(s)</source>
        <translation>
            <numerusform>at least %1 field</numerusform>
            <numerusform>at least %1 fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 field(s)</source>
        <translation>
            <numerusform>at most %1 field</numerusform>
            <numerusform>at most %1 fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::FieldsView</name>
    <message numerus="yes">
        <source>Added %n fields</source>
        <translation>
            <numerusform>Added %n field</numerusform>
            <numerusform>Added %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::MapPane</name>
    <message numerus="yes">
        <source>Move %n cards on the map</source>
        <translation>
            <numerusform>Move %n card on the map</numerusform>
            <numerusform>Move %n cards on the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::RequestLine</name>
    <message numerus="yes">
        <source>Renamed %1 to %2 for all its %n methods</source>
        <translation>
            <numerusform>Renamed %1 to %2 for its one method</numerusform>
            <numerusform>Renamed %1 to %2 for all its %n methods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::SchemaHeader</name>
    <message numerus="yes">
        <source>used in %n places</source>
        <translation>
            <numerusform>used in %n place</numerusform>
            <numerusform>used in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::SchemaTableModel</name>
    <message numerus="yes">
        <source>%1, %n places changed</source>
        <translation>
            <numerusform>%1, %n place changed</numerusform>
            <numerusform>%1, %n places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other places follow a new name.</source>
        <translation>
            <numerusform>%n other place follows a new name.</numerusform>
            <numerusform>%n other places follow a new name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::StorePage</name>
    <message numerus="yes">
        <source>Add %n route(s) at %1</source>
        <translation>
            <numerusform>Add %n route at %1</numerusform>
            <numerusform>Add %n routes at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n route(s) at %1. Undo takes them back.</source>
        <translation>
            <numerusform>Added %n route at %1. Undo takes it back.</numerusform>
            <numerusform>Added %n routes at %1. Undo takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::TestsPage</name>
    <message numerus="yes">
        <source>%n other than usual</source>
        <translation>
            <numerusform>one thing other than usual</numerusform>
            <numerusform>%n things other than usual</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesignActions</name>
    <message numerus="yes">
        <source>Pasted %n routes and models</source>
        <translation>
            <numerusform>Pasted %n route or model</numerusform>
            <numerusform>Pasted %n routes and models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mock::ExchangeWords</name>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform>, and %n more</numerusform>
            <numerusform>, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mock::StoresPanel</name>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>and one more row</numerusform>
            <numerusform>and %n more rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mock::TestsModel</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mock::TestsPanel</name>
    <message numerus="yes">
        <source>%n test(s) failed.</source>
        <translation>
            <numerusform>%n test failed.</numerusform>
            <numerusform>%n tests failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) passed.</source>
        <translation>
            <numerusform>%n test passed.</numerusform>
            <numerusform>%n tests passed.</numerusform>
        </translation>
    </message>
</context>
</TS>
