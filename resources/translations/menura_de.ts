<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Begin an empty design</source>
        <translation>Einen leeren Entwurf beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open an OpenAPI document, YAML or JSON</source>
        <translation>Ein OpenAPI-Dokument öffnen, YAML oder JSON</translation>
    </message>
    <message>
        <source>Open an online shop to look around in</source>
        <translation>Einen Onlineshop zum Umsehen öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Den Entwurf speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the design under another name</source>
        <translation>Den Entwurf unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Export OpenAPI…</source>
        <translation>OpenAPI &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write a clean OpenAPI document for other tools</source>
        <translation>Ein sauberes OpenAPI-Dokument für andere Programme schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Leave Menura</source>
        <translation>Menura verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Die Änderung noch einmal machen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Change the name of the model, or the path of the route</source>
        <translation>Den Namen des Modells oder den Pfad der Route ändern</translation>
    </message>
    <message>
        <source>Add a copy of the selected route or model</source>
        <translation>Eine Kopie der ausgewählten Route oder des Modells hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected route or model as OpenAPI</source>
        <translation>Die ausgewählte Route oder das Modell als OpenAPI kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Add the routes and models of the clipboard, or a model that its JSON suggests</source>
        <translation>Die Routen und Modelle der Zwischenablage hinzufügen, oder ein Modell, das ihr JSON nahelegt</translation>
    </message>
    <message>
        <source>Move the selected route or model up</source>
        <translation>Die ausgewählte Route oder das Modell nach oben verschieben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>N&amp;ach unten</translation>
    </message>
    <message>
        <source>Move the selected route or model down</source>
        <translation>Die ausgewählte Route oder das Modell nach unten verschieben</translation>
    </message>
    <message>
        <source>Delete what is selected in the navigator</source>
        <translation>Löschen, was in der Übersicht ausgewählt ist</translation>
    </message>
    <message>
        <source>Go to &amp;Anything…</source>
        <translation>Gehe zu &amp;beliebigem Ziel…</translation>
    </message>
    <message>
        <source>Find a route, a model or a command by a few letters</source>
        <translation>Mit ein paar Buchstaben eine Route, ein Modell oder einen Befehl finden</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>B&amp;efehle…</translation>
    </message>
    <message>
        <source>Find a command by a few letters</source>
        <translation>Mit ein paar Buchstaben einen Befehl finden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Go back to the place before</source>
        <translation>Zurück zur vorigen Stelle</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>Go forward again</source>
        <translation>Wieder vor</translation>
    </message>
    <message>
        <source>&amp;Next Problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>Go to the next problem of the design</source>
        <translation>Zum nächsten Problem des Entwurfs gehen</translation>
    </message>
    <message>
        <source>&amp;Previous Problem</source>
        <translation>Vor&amp;iges Problem</translation>
    </message>
    <message>
        <source>Go to the problem before</source>
        <translation>Zum Problem davor gehen</translation>
    </message>
    <message>
        <source>Next &amp;Region</source>
        <translation>Näch&amp;ster Bereich</translation>
    </message>
    <message>
        <source>Put the cursor into the next part of the window</source>
        <translation>Den Cursor in den nächsten Teil des Fensters setzen</translation>
    </message>
    <message>
        <source>Previous Re&amp;gion</source>
        <translation>Vo&amp;riger Bereich</translation>
    </message>
    <message>
        <source>Put the cursor into the part of the window before</source>
        <translation>Den Cursor in den vorigen Teil des Fensters setzen</translation>
    </message>
    <message>
        <source>Next &amp;Tab</source>
        <translation>Nächster Rei&amp;ter</translation>
    </message>
    <message>
        <source>Show the next tab</source>
        <translation>Den nächsten Reiter zeigen</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>Vori&amp;ger Reiter</translation>
    </message>
    <message>
        <source>Show the tab before</source>
        <translation>Den Reiter davor zeigen</translation>
    </message>
    <message>
        <source>C&amp;lose Tab</source>
        <translation>Reiter s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the tab that is shown</source>
        <translation>Den gezeigten Reiter schließen</translation>
    </message>
    <message>
        <source>New &amp;Route…</source>
        <translation>Neue &amp;Route…</translation>
    </message>
    <message>
        <source>New &amp;Model</source>
        <translation>Neues &amp;Modell</translation>
    </message>
    <message>
        <source>Add a model and type its name</source>
        <translation>Ein Modell hinzufügen und seinen Namen tippen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Den Server starten</translation>
    </message>
    <message>
        <source>&amp;Copy Address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the address of the server</source>
        <translation>Die Adresse des Servers kopieren</translation>
    </message>
    <message>
        <source>&amp;Open Docs in Browser</source>
        <translation>&amp;Doku im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the server&apos;s interactive documentation</source>
        <translation>Die interaktive Dokumentation des Servers öffnen</translation>
    </message>
    <message>
        <source>C&amp;lear Traffic</source>
        <translation>Verkehr &amp;leeren</translation>
    </message>
    <message>
        <source>Forget the requests that were answered</source>
        <translation>Die beantworteten Anfragen vergessen</translation>
    </message>
    <message>
        <source>Copy Request as c&amp;URL</source>
        <translation>Anfrage als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy a command that sends the selected request again</source>
        <translation>Einen Befehl kopieren, der die ausgewählte Anfrage noch einmal sendet</translation>
    </message>
    <message>
        <source>&amp;Go to Broken Rule</source>
        <translation>&amp;Gehe zur verletzten Regel</translation>
    </message>
    <message>
        <source>Go to what refused the selected request</source>
        <translation>Zu dem gehen, was die ausgewählte Anfrage abgelehnt hat</translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>Show or hide the list of routes and models</source>
        <translation>Die Liste der Routen und Modelle zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Show or hide OpenAPI and documentation</source>
        <translation>OpenAPI und Dokumentation zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Open or collapse the lower part of the window</source>
        <translation>Den unteren Teil des Fensters auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Sho&amp;w Problems</source>
        <translation>Probleme &amp;zeigen</translation>
    </message>
    <message>
        <source>Show what is wrong with the design</source>
        <translation>Zeigen, was am Entwurf nicht stimmt</translation>
    </message>
    <message>
        <source>Show &amp;Traffic</source>
        <translation>Ve&amp;rkehr zeigen</translation>
    </message>
    <message>
        <source>Show the requests that were answered</source>
        <translation>Die beantworteten Anfragen zeigen</translation>
    </message>
    <message>
        <source>Show how the models refer to one another</source>
        <translation>Zeigen, wie die Modelle aufeinander verweisen</translation>
    </message>
    <message>
        <source>Show &amp;OpenAPI Source</source>
        <translation>&amp;OpenAPI-Quelltext zeigen</translation>
    </message>
    <message>
        <source>Show the design as OpenAPI</source>
        <translation>Den Entwurf als OpenAPI zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Docs</source>
        <translation>&amp;Doku zeigen</translation>
    </message>
    <message>
        <source>Show the documentation</source>
        <translation>Die Dokumentation zeigen</translation>
    </message>
    <message>
        <source>Preview the selected route or model only</source>
        <translation>Nur die ausgewählte Route oder das Modell zeigen</translation>
    </message>
    <message>
        <source>Preview W&amp;hole Document</source>
        <translation>Vorschau: &amp;ganzes Dokument</translation>
    </message>
    <message>
        <source>Preview everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Preview as &amp;YAML</source>
        <translation>Vorschau als &amp;YAML</translation>
    </message>
    <message>
        <source>Show the source as YAML</source>
        <translation>Den Quelltext als YAML zeigen</translation>
    </message>
    <message>
        <source>Preview as &amp;JSON</source>
        <translation>Vorschau als &amp;JSON</translation>
    </message>
    <message>
        <source>Show the source as JSON</source>
        <translation>Den Quelltext als JSON zeigen</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Theme: as the desktop is</source>
        <translation>Farben: wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys in one table</source>
        <translation>Alle Tasten in einer Tabelle</translation>
    </message>
    <message>
        <source>&amp;About Menura</source>
        <translation>&amp;Über Menura</translation>
    </message>
    <message>
        <source>Offer what can be done about the current problem</source>
        <translation>Anbieten, was gegen das aktuelle Problem getan werden kann</translation>
    </message>
    <message>
        <source>S&amp;end Request</source>
        <translation>Anfrage s&amp;enden</translation>
    </message>
    <message>
        <source>Send the request of the selected route, and start the server where it is stopped</source>
        <translation>Die Anfrage der ausgewählten Route senden und den Server starten, falls er steht</translation>
    </message>
    <message>
        <source>Send &amp;Again</source>
        <translation>&amp;Noch einmal senden</translation>
    </message>
    <message>
        <source>Send the selected request of the traffic once more</source>
        <translation>Die ausgewählte Anfrage des Verkehrs noch einmal senden</translation>
    </message>
    <message>
        <source>&amp;Pause Traffic</source>
        <translation>&amp;Verkehr anhalten</translation>
    </message>
    <message>
        <source>Hold new requests back</source>
        <translation>Neue Anfragen zurückhalten</translation>
    </message>
    <message>
        <source>Export &amp;HAR…</source>
        <translation>&amp;HAR exportieren…</translation>
    </message>
    <message>
        <source>Write the requests that are shown to a file that browsers&apos; tools can read</source>
        <translation>Die gezeigten Anfragen in eine Datei schreiben, die die Werkzeuge der Browser lesen</translation>
    </message>
    <message>
        <source>Show the request of the selected route</source>
        <translation>Die Anfrage der ausgewählten Route zeigen</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Neues &amp;Fenster</translation>
    </message>
    <message>
        <source>Open another window, for another design</source>
        <translation>Ein weiteres Fenster öffnen, für einen anderen Entwurf</translation>
    </message>
    <message>
        <source>Edit as &amp;Text</source>
        <translation>Als &amp;Text bearbeiten</translation>
    </message>
    <message>
        <source>Put the cursor into the OpenAPI of what is selected</source>
        <translation>Den Cursor in das OpenAPI des Ausgewählten setzen</translation>
    </message>
    <message>
        <source>Open to the S&amp;ide</source>
        <translation>&amp;Daneben öffnen</translation>
    </message>
    <message>
        <source>Show what is selected beside the tabs, to have both in view</source>
        <translation>Das Ausgewählte neben den Reitern zeigen, um beides im Blick zu haben</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>What Menura is built with, and under which terms</source>
        <translation>Womit Menura gebaut ist, und zu welchen Bedingungen</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Export &amp;FastAPI Project…</source>
        <translation>F&amp;astAPI-Projekt exportieren…</translation>
    </message>
    <message>
        <source>Write a runnable FastAPI project into a folder</source>
        <translation>Ein lauffähiges FastAPI-Projekt in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Find &amp;Uses…</source>
        <translation>Ver&amp;wendungen suchen…</translation>
    </message>
    <message>
        <source>List the places that use the model that is shown</source>
        <translation>Die Stellen aufzählen, die das gezeigte Modell verwenden</translation>
    </message>
    <message>
        <source>New &amp;Dependency</source>
        <translation>Neue &amp;Abhängigkeit</translation>
    </message>
    <message>
        <source>Add what guards routes or prepares something for them</source>
        <translation>Etwas hinzufügen, das Routen schützt oder etwas für sie vorbereitet</translation>
    </message>
    <message>
        <source>New &amp;Error</source>
        <translation>Neuer &amp;Fehler</translation>
    </message>
    <message>
        <source>Add an error that rules and stores can name</source>
        <translation>Einen Fehler hinzufügen, den Regeln und Speicher nennen können</translation>
    </message>
    <message>
        <source>New &amp;Store</source>
        <translation>Neuer &amp;Speicher</translation>
    </message>
    <message>
        <source>Add a place for rows that obey a model</source>
        <translation>Einen Ort für Zeilen hinzufügen, die einem Modell gehorchen</translation>
    </message>
    <message>
        <source>New Rou&amp;ter</source>
        <translation>Neuer Rou&amp;ter</translation>
    </message>
    <message>
        <source>Add what routes with the same beginning have in common</source>
        <translation>Hinzufügen, was Routen mit gleichem Anfang gemeinsam haben</translation>
    </message>
    <message>
        <source>Ne&amp;w Test</source>
        <translation>Neuer T&amp;est</translation>
    </message>
    <message>
        <source>Add a request and what is to be answered</source>
        <translation>Eine Anfrage hinzufügen, und was auf sie geantwortet werden soll</translation>
    </message>
    <message>
        <source>&amp;Restart Clean</source>
        <translation>Sauber neu sta&amp;rten</translation>
    </message>
    <message>
        <source>Start the server anew, with the rows of the file in all stores</source>
        <translation>Den Server neu starten, mit den Zeilen der Datei in allen Speichern</translation>
    </message>
    <message>
        <source>Run all tests of the design</source>
        <translation>Alle Tests des Entwurfs ausführen</translation>
    </message>
    <message>
        <source>Show &amp;Stores</source>
        <translation>Speic&amp;her zeigen</translation>
    </message>
    <message>
        <source>Show the rows that the stores hold now</source>
        <translation>Die Zeilen zeigen, die jetzt in den Speichern stehen</translation>
    </message>
    <message>
        <source>Show T&amp;ests</source>
        <translation>T&amp;ests zeigen</translation>
    </message>
    <message>
        <source>Show the tests and what came of them</source>
        <translation>Die Tests zeigen, und was dabei herauskam</translation>
    </message>
    <message>
        <source>Export &amp;Documentation…</source>
        <translation>&amp;Dokumentation exportieren…</translation>
    </message>
    <message>
        <source>Write the documentation as one web page</source>
        <translation>Die Dokumentation als eine Webseite schreiben</translation>
    </message>
    <message>
        <source>Add a route in one line: its method and path, what it takes and answers</source>
        <translation>Eine Route in einer Zeile hinzufügen: Methode und Pfad, was sie annimmt und antwortet</translation>
    </message>
    <message>
        <source>New Securit&amp;y Scheme</source>
        <translation>Neues Si&amp;cherheitsschema</translation>
    </message>
    <message>
        <source>Add a way in which callers say who they are</source>
        <translation>Eine Art hinzufügen, auf die Aufrufer sagen, wer sie sind</translation>
    </message>
    <message>
        <source>Open the Sa&amp;mple</source>
        <translation>Be&amp;ispiel öffnen</translation>
    </message>
    <message>
        <source>Dupl&amp;icate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>&amp;Move Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Fi&amp;x Problem…</source>
        <translation>Problem be&amp;heben…</translation>
    </message>
    <message>
        <source>Run All &amp;Tests</source>
        <translation>Alle &amp;Tests ausführen</translation>
    </message>
    <message>
        <source>Pro&amp;blems and Traffic</source>
        <translation>&amp;Probleme und Verkehr</translation>
    </message>
    <message>
        <source>Show M&amp;ap of Models</source>
        <translation>&amp;Karte der Modelle zeigen</translation>
    </message>
    <message>
        <source>Show T&amp;ry It</source>
        <translation>&amp;Ausprobieren zeigen</translation>
    </message>
    <message>
        <source>Preview This &amp;Item</source>
        <translation>Vorschau: d&amp;ieses Element</translation>
    </message>
    <message>
        <source>Reset All &amp;Columns</source>
        <translation>A&amp;lle Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Fit the columns of all tables to their texts again</source>
        <translation>Passt die Spalten aller Tabellen wieder ihren Texten an</translation>
    </message>
</context>
<context>
    <name>AnswerExample</name>
    <message>
        <source>No route of the design gave this answer.</source>
        <translation>Diese Antwort kam von keiner Route des Entwurfs.</translation>
    </message>
    <message>
        <source>%1 declares no answer %2.</source>
        <translation>%1 deklariert keine Antwort %2.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>The answer %1 of %2 is not declared as %3.</source>
        <translation>Die Antwort %1 von %2 ist nicht als %3 deklariert.</translation>
    </message>
    <message>
        <source>Only JSON and text can be kept as an example.</source>
        <translation>Nur JSON und Text können ein Beispiel sein.</translation>
    </message>
    <message>
        <source>The answer does not fit its model and was not saved: %1 %2</source>
        <translation>Die Antwort passt nicht zu ihrem Modell und wurde nicht gespeichert: %1 %2</translation>
    </message>
</context>
<context>
    <name>BehaviourActions</name>
    <message>
        <source>A store keeps rows of a model. Make a model first.</source>
        <translation>Ein Speicher hält Zeilen eines Modells. Legen Sie zuerst ein Modell an.</translation>
    </message>
    <message>
        <source>New Store</source>
        <translation>Neuer Speicher</translation>
    </message>
    <message>
        <source>New Dependency</source>
        <translation>Neue Abhängigkeit</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1, which %n place(s) name. Undo brings it back.</source>
        <translation>
            <numerusform>%1 gelöscht; %n Stelle nennt es noch. Rückgängig holt es zurück.</numerusform>
            <numerusform>%1 gelöscht; %n Stellen nennen es noch. Rückgängig holt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted %1. Undo brings it back.</source>
        <translation>%1 gelöscht. Rückgängig holt es zurück.</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>New Security Scheme</source>
        <translation>Neues Sicherheitsschema</translation>
    </message>
</context>
<context>
    <name>BottomPane</name>
    <message>
        <source>Problems and traffic</source>
        <translation>Probleme und Verkehr</translation>
    </message>
    <message>
        <source>Open this part of the window</source>
        <translation>Diesen Teil des Fensters aufklappen</translation>
    </message>
    <message>
        <source>Collapse this part of the window</source>
        <translation>Diesen Teil des Fensters zuklappen</translation>
    </message>
</context>
<context>
    <name>CommandLineText</name>
    <message>
        <source>Draw an API, and have it answer.</source>
        <translation>Eine API zeichnen und antworten lassen.</translation>
    </message>
    <message>
        <source>Start the server at once, on the design that is opened.</source>
        <translation>Den Server sofort starten, für den Entwurf, der geöffnet wird.</translation>
    </message>
    <message>
        <source>Port of the server, 1 to 65535.</source>
        <translation>Port des Servers, 1 bis 65535.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Colours for this run.</source>
        <translation>Farben für diesen Lauf.</translation>
    </message>
    <message>
        <source>Forget where everything stood in the window.</source>
        <translation>Vergessen, wo im Fenster alles stand.</translation>
    </message>
    <message>
        <source>Language of the windows for this run.</source>
        <translation>Sprache der Fenster für diesen Lauf.</translation>
    </message>
    <message>
        <source>OpenAPI document, YAML or JSON.</source>
        <translation>OpenAPI-Dokument, YAML oder JSON.</translation>
    </message>
    <message>
        <source>Only one file can be opened.</source>
        <translation>Es kann nur eine Datei geöffnet werden.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. “menura serve FILE” answers without one.</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster. „menura serve DATEI“ antwortet ohne eines.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535, not %1.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535, nicht %1.</translation>
    </message>
    <message>
        <source>A theme is system, light or dark, not %1.</source>
        <translation>Ein Farbschema ist system, light oder dark, nicht %1.</translation>
    </message>
    <message>
        <source>The windows speak %1, not %2.</source>
        <translation>Die Fenster sprechen %1, nicht %2.</translation>
    </message>
</context>
<context>
    <name>Design::AccessBlock</name>
    <message>
        <source>Users</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Tokens that are accepted</source>
        <translation>Angenommene Token</translation>
    </message>
    <message>
        <source>Who may log in</source>
        <translation>Wer sich anmelden darf</translation>
    </message>
</context>
<context>
    <name>Design::AnswerModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Add an answer…</source>
        <translation>Antwort hinzufügen…</translation>
    </message>
    <message>
        <source>404: Problem   or   header X-Total: int</source>
        <translation>404: Problem   oder   header X-Total: int</translation>
    </message>
    <message>
        <source>no body</source>
        <translation>ohne Inhalt</translation>
    </message>
    <message>
        <source>A status is a number such as 200, a range such as 4XX, or “default”.</source>
        <translation>Ein Status ist eine Zahl wie 200, ein Bereich wie 4XX oder „default“.</translation>
    </message>
    <message>
        <source>There is an answer %1 already.</source>
        <translation>Eine Antwort %1 gibt es schon.</translation>
    </message>
    <message>
        <source>A header needs a name of letters, digits and hyphens.</source>
        <translation>Eine Kopfzeile braucht einen Namen aus Buchstaben, Ziffern und Bindestrichen.</translation>
    </message>
    <message>
        <source>There is a header %1 already.</source>
        <translation>Eine Kopfzeile %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Add an answer first: headers and media types belong to one.</source>
        <translation>Zuerst eine Antwort: Kopfzeilen und Medientypen gehören zu einer.</translation>
    </message>
    <message>
        <source>There is a body of type %1 already.</source>
        <translation>Inhalt vom Typ %1 gibt es schon.</translation>
    </message>
    <message>
        <source>A media type has two parts, such as application/json.</source>
        <translation>Ein Medientyp hat zwei Teile, etwa application/json.</translation>
    </message>
    <message>
        <source>Answer %1 without a body</source>
        <translation>Antwort %1 ohne Inhalt</translation>
    </message>
    <message>
        <source>Change status %1 to %2</source>
        <translation>Status %1 in %2 ändern</translation>
    </message>
    <message>
        <source>Change media type to %1</source>
        <translation>Medientyp in %1 ändern</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Require %1</source>
        <translation>%1 zur Pflicht machen</translation>
    </message>
    <message>
        <source>Make %1 optional</source>
        <translation>%1 freiwillig machen</translation>
    </message>
    <message>
        <source>Change example of %1</source>
        <translation>Beispiel von %1 ändern</translation>
    </message>
    <message>
        <source>Change notes of %1</source>
        <translation>Notizen zu %1 ändern</translation>
    </message>
    <message>
        <source>Describe answer %1</source>
        <translation>Antwort %1 beschreiben</translation>
    </message>
    <message>
        <source>Add answer %1</source>
        <translation>Antwort %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove answer %1</source>
        <translation>Antwort %1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>Design::ApiEditor</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the API is called</source>
        <translation>Wie die API heißt</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Contact and licence</source>
        <translation>Kontakt und Lizenz</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Titel ändern</translation>
    </message>
</context>
<context>
    <name>Design::ApiFields</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Versio&amp;n</source>
        <translation>Versio&amp;n</translation>
    </message>
    <message>
        <source>Su&amp;mmary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>What the API is for, in a few words</source>
        <translation>Wofür die API da ist, in wenigen Worten</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>Beschreib&amp;ung</translation>
    </message>
    <message>
        <source>Change the description</source>
        <translation>Beschreibung ändern</translation>
    </message>
    <message>
        <source>Answers like</source>
        <translation>Antwortet wie</translation>
    </message>
    <message>
        <source>Strict: JSON Schema to the letter</source>
        <translation>Streng: JSON Schema aufs Wort</translation>
    </message>
    <message>
        <source>&amp;Answers like</source>
        <translation>Antwortet &amp;wie</translation>
    </message>
    <message>
        <source>Change how it answers</source>
        <translation>Art der Antworten ändern</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Who answers questions</source>
        <translation>Wer Fragen beantwortet</translation>
    </message>
    <message>
        <source>Contact&apos;s e-mail</source>
        <translation>E-Mail des Kontakts</translation>
    </message>
    <message>
        <source>Contact&apos;s page</source>
        <translation>Seite des Kontakts</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence&apos;s page</source>
        <translation>Seite der Lizenz</translation>
    </message>
    <message>
        <source>Terms of service</source>
        <translation>Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>FastAPI: lenient, in its words</source>
        <translation>FastAPI: nachsichtig, in seinen Worten</translation>
    </message>
    <message>
        <source>Values are read leniently, and refusals are written as FastAPI writes them.</source>
        <translation>Werte werden nachsichtig gelesen, und Ablehnungen sehen aus wie bei FastAPI.</translation>
    </message>
    <message>
        <source>Nothing is converted; refusals are what the design declares.</source>
        <translation>Nichts wird umgewandelt; Ablehnungen sind, was der Entwurf erklärt.</translation>
    </message>
    <message>
        <source>Not said: by who wrote it</source>
        <translation>Offen: je nach Herkunft</translation>
    </message>
    <message>
        <source>Like FastAPI for documents that FastAPI wrote, else strict.</source>
        <translation>Wie FastAPI bei Dokumenten, die FastAPI schrieb, sonst streng.</translation>
    </message>
</context>
<context>
    <name>Design::BehaviourPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>There is a “%1” already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>A name has letters, digits, “_” and “-”, and begins with a letter.</source>
        <translation>Ein Name hat Buchstaben, Ziffern, „_“ und „-“ und beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht verwendet</translation>
    </message>
    <message>
        <source>used in one place</source>
        <translation>an einer Stelle verwendet</translation>
    </message>
    <message numerus="yes">
        <source>used in %n places</source>
        <translation>
            <numerusform>an %n Stelle verwendet</numerusform>
            <numerusform>an %n Stellen verwendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::BehaviourPages</name>
    <message>
        <source>Latency and CORS</source>
        <translation>Verzögerung und CORS</translation>
    </message>
    <message>
        <source>Latency and faults</source>
        <translation>Verzögerung und Ausfälle</translation>
    </message>
    <message>
        <source>CORS</source>
        <translation>CORS</translation>
    </message>
    <message>
        <source>Other servers</source>
        <translation>Andere Server</translation>
    </message>
    <message>
        <source>Named errors</source>
        <translation>Benannte Fehler</translation>
    </message>
    <message>
        <source>Answers that error rules, stores and dependencies refer to by name.</source>
        <translation>Antworten, auf die Fehlerregeln, Speicher und Abhängigkeiten mit Namen verweisen.</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>A route is in the router whose prefix its path begins with: it gets its tags and dependencies.</source>
        <translation>Eine Route gehört zu dem Router, mit dessen Präfix ihr Pfad beginnt: Sie bekommt seine Tags und Abhängigkeiten.</translation>
    </message>
    <message>
        <source>How long every answer takes, how often it fails, which other servers are asked, and which web pages may read it.</source>
        <translation>Wie lange jede Antwort dauert, wie oft sie fehlschlägt, welche anderen Server gefragt werden und welche Webseiten sie lesen dürfen.</translation>
    </message>
    <message>
        <source>May be asked</source>
        <translation>Gefragt werden dürfen</translation>
    </message>
    <message>
        <source>nobody; the address of a real server</source>
        <translation>niemanden; die Adresse eines echten Servers</translation>
    </message>
    <message>
        <source>api.example.org, localhost:9000</source>
        <translation>api.example.org, localhost:9000</translation>
    </message>
</context>
<context>
    <name>Design::BehaviourTables</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>404, or the name of an error</source>
        <translation>404 oder der Name eines Fehlers</translation>
    </message>
    <message>
        <source>A status of an error is a number from 300 to 599.</source>
        <translation>Der Status eines Fehlers ist eine Zahl von 300 bis 599.</translation>
    </message>
    <message>
        <source>There is no error of this name. Named errors stand under “Errors” in the navigator.</source>
        <translation>Einen Fehler dieses Namens gibt es nicht. Benannte Fehler stehen in der Übersicht unter „Fehler“.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Jedes</translation>
    </message>
    <message>
        <source>each time</source>
        <translation>jedes Mal</translation>
    </message>
    <message>
        <source>3: every third time</source>
        <translation>3: jedes dritte Mal</translation>
    </message>
    <message>
        <source>1 in %1</source>
        <translation>%1. Mal</translation>
    </message>
    <message>
        <source>an error rule</source>
        <translation>eine Fehlerregel</translation>
    </message>
    <message>
        <source>Add an error rule…</source>
        <translation>Fehlerregel hinzufügen…</translation>
    </message>
    <message>
        <source>query.q == &apos;x&apos;, or always</source>
        <translation>query.q == &apos;x&apos; oder immer</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>eine Bedingung</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Bedingung hinzufügen…</translation>
    </message>
    <message>
        <source>params.x_token != &apos;secret&apos;</source>
        <translation>params.x_token != &apos;geheim&apos;</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>a named error</source>
        <translation>einen benannten Fehler</translation>
    </message>
    <message>
        <source>Add a named error…</source>
        <translation>Benannten Fehler hinzufügen…</translation>
    </message>
    <message>
        <source>out_of_stock</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>A prefix begins with a slash and does not end with one.</source>
        <translation>Ein Präfix beginnt mit einem Schrägstrich und endet mit keinem.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>a router</source>
        <translation>einen Router</translation>
    </message>
    <message>
        <source>Add a router…</source>
        <translation>Router hinzufügen…</translation>
    </message>
    <message>
        <source>items</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>It is a method and a path: GET /items/1.</source>
        <translation>Das sind Methode und Pfad: GET /items/1.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>beliebiger Status</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>a test</source>
        <translation>einen Test</translation>
    </message>
    <message>
        <source>Add a test…</source>
        <translation>Test hinzufügen…</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>a line, an expression, or an address</source>
        <translation>eine Zeile, ein Ausdruck oder eine Adresse</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>a task</source>
        <translation>eine Aufgabe</translation>
    </message>
    <message>
        <source>Add a task…</source>
        <translation>Aufgabe hinzufügen…</translation>
    </message>
    <message>
        <source>made item {{ result.id }}</source>
        <translation>Artikel {{ result.id }} angelegt</translation>
    </message>
    <message>
        <source>A parameter needs a name.</source>
        <translation>Ein Parameter braucht einen Namen.</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>a parameter</source>
        <translation>einen Parameter</translation>
    </message>
    <message>
        <source>Add a parameter…</source>
        <translation>Parameter hinzufügen…</translation>
    </message>
    <message>
        <source>x-token</source>
        <translation>x-token</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>Person hinzufügen…</translation>
    </message>
    <message>
        <source>ada</source>
        <translation>ada</translation>
    </message>
    <message>
        <source>Tokens are good for</source>
        <translation>Tokens gelten</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Wenn es scheitert</translation>
    </message>
    <message>
        <source>400, or a named error</source>
        <translation>400 oder ein benannter Fehler</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>none: only parameters and conditions</source>
        <translation>keiner: nur Parameter und Bedingungen</translation>
    </message>
    <message>
        <source>none asked for</source>
        <translation>keine verlangt</translation>
    </message>
    <message>
        <source>May be missing: the result is null then</source>
        <translation>Darf fehlen: Das Ergebnis ist dann null</translation>
    </message>
    <message>
        <source>Gives the user that the credential belongs to</source>
        <translation>Gibt die Person, zu der der Nachweis gehört</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>the credential, or the parameters by name</source>
        <translation>der Nachweis oder die Parameter mit Namen</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>no other dependency</source>
        <translation>keine andere Abhängigkeit</translation>
    </message>
    <message>
        <source>Runs once a request</source>
        <translation>Läuft einmal je Anfrage</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>It is create, read, list, update, patch or delete, and a store: “read items”.</source>
        <translation>Das ist create, read, list, update, patch oder delete und ein Speicher: „read items“.</translation>
    </message>
    <message>
        <source>There is no store “%1”.</source>
        <translation>Einen Speicher „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>an example, or what the store gives</source>
        <translation>ein Beispiel, oder was der Speicher gibt</translation>
    </message>
    <message>
        <source>never; 0.1: every tenth request</source>
        <translation>nie; 0.1: jede zehnte Anfrage</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Remembered for</source>
        <translation>Gemerkt für</translation>
    </message>
    <message>
        <source>600 seconds</source>
        <translation>600 Sekunden</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Ursprünge</translation>
    </message>
    <message>
        <source>https://example.org, or *</source>
        <translation>https://example.org oder *</translation>
    </message>
    <message>
        <source>Or by pattern</source>
        <translation>Oder nach Muster</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>those that are always allowed</source>
        <translation>die immer erlaubten</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>Lesbare Kopfzeilen</translation>
    </message>
    <message>
        <source>Credentials may be sent</source>
        <translation>Nachweise dürfen mitgeschickt werden</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>sku, name + category</source>
        <translation>sku, name + kategorie</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>of a row as it is kept</source>
        <translation>einer Zeile, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>404, or a named error</source>
        <translation>404 oder ein benannter Fehler</translation>
    </message>
    <message>
        <source>409, or a named error</source>
        <translation>409 oder ein benannter Fehler</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Gesetzt auf</translation>
    </message>
    <message>
        <source>It is counter, uuid, now or an expression.</source>
        <translation>Das ist counter, uuid, now oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>a server-set field</source>
        <translation>ein vom Server gesetztes Feld</translation>
    </message>
    <message>
        <source>Add a field that the server sets…</source>
        <translation>Feld hinzufügen, das der Server setzt…</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>Add a row…</source>
        <translation>Zeile hinzufügen…</translation>
    </message>
    <message>
        <source>its %1</source>
        <translation>ihr %1</translation>
    </message>
    <message>
        <source>Token or key</source>
        <translation>Token oder Schlüssel</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand Bestimmtes</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>ein Token</translation>
    </message>
    <message>
        <source>Add a token…</source>
        <translation>Token hinzufügen…</translation>
    </message>
    <message>
        <source>s3cret; without any, all are accepted</source>
        <translation>g3heim; ohne eines wird jedes angenommen</translation>
    </message>
    <message>
        <source>Users are in</source>
        <translation>Benutzer stehen in</translation>
    </message>
    <message>
        <source>Field of the name</source>
        <translation>Feld des Namens</translation>
    </message>
    <message>
        <source>Field of the password</source>
        <translation>Feld des Passworts</translation>
    </message>
    <message>
        <source>Field of the scopes</source>
        <translation>Feld der Berechtigungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>A route would get a path that another one has, or a router would be inside itself.</source>
        <translation>Eine Route bekäme einen Pfad, den eine andere hat, oder ein Router läge in sich selbst.</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) begin with it now.</source>
        <translation>
            <numerusform>%n Pfad beginnt jetzt damit.</numerusform>
            <numerusform>%n Pfade beginnen jetzt damit.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a route at the path that it would get.</source>
        <translation>An dem Pfad, den sie bekäme, ist schon eine Route.</translation>
    </message>
    <message>
        <source>Its path is %1 now.</source>
        <translation>Ihr Pfad ist jetzt %1.</translation>
    </message>
    <message>
        <source>for some</source>
        <translation>einige</translation>
    </message>
    <message>
        <source>for everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Other pages may read</source>
        <translation>Lesen dürfen andere Seiten</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>Bytes je Sekunde</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>never; the connection ends</source>
        <translation>nie; die Verbindung endet</translation>
    </message>
    <message>
        <source>Connection reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Half an answer</source>
        <translation>Halbe Antwort</translation>
    </message>
    <message>
        <source>Slow body</source>
        <translation>Langsamer Inhalt</translation>
    </message>
    <message>
        <source>It is the address of a server, such as https://api.example.com/v1, or “off”.</source>
        <translation>Es ist die Adresse eines Servers, etwa https://api.example.com/v1, oder „off“.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>3 times</source>
        <translation>3-mal</translation>
    </message>
    <message>
        <source>Computed as</source>
        <translation>Berechnet als</translation>
    </message>
    <message>
        <source>a computed field</source>
        <translation>ein berechnetes Feld</translation>
    </message>
    <message>
        <source>Add a computed field…</source>
        <translation>Berechnetes Feld hinzufügen…</translation>
    </message>
    <message>
        <source>price_with_tax</source>
        <translation>preis_mit_steuer</translation>
    </message>
    <message>
        <source>Key of the row</source>
        <translation>Schlüssel der Zeile</translation>
    </message>
    <message>
        <source>the last parameter of the path</source>
        <translation>der letzte Parameter des Pfads</translation>
    </message>
    <message>
        <source>Filtered by</source>
        <translation>Gefiltert nach</translation>
    </message>
    <message>
        <source>inputs that fields of the rows must equal</source>
        <translation>Eingaben, denen Felder der Zeilen gleichen müssen</translation>
    </message>
    <message>
        <source>Also sets</source>
        <translation>Setzt auch</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>nobody is asked; https://api.example.org/{{ path.id }}</source>
        <translation>niemand wird gefragt; https://api.example.org/{{ path.id }}</translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation>Wartet höchstens</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>what comes back in tests, which have no network</source>
        <translation>was in Tests zurückkommt, die kein Netz haben</translation>
    </message>
    <message>
        <source>502 or 504, or a named error</source>
        <translation>502 oder 504, oder ein benannter Fehler</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>for the documentation; else the detail as it stands</source>
        <translation>für die Dokumentation; sonst die Angabe, wie sie da steht</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch eine</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>named by its request</source>
        <translation>heißt wie seine Anfrage</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>ein Schritt</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>Schritt hinzufügen…</translation>
    </message>
    <message>
        <source>none; JSON is sent as such</source>
        <translation>keiner; JSON wird als solches gesendet</translation>
    </message>
    <message>
        <source>Or as a form</source>
        <translation>Oder als Formular</translation>
    </message>
    <message>
        <source>Body is</source>
        <translation>Inhalt ist</translation>
    </message>
    <message>
        <source>anything; equal to this JSON</source>
        <translation>beliebig; gleich diesem JSON</translation>
    </message>
    <message>
        <source>Parts of it are</source>
        <translation>Teile davon sind</translation>
    </message>
    <message>
        <source>Headers are</source>
        <translation>Kopfzeilen sind</translation>
    </message>
    <message>
        <source>Stores then have</source>
        <translation>Speicher haben danach</translation>
    </message>
    <message>
        <source>items: 3 rows are “items: 3”; or the rows as JSON</source>
        <translation>drei Zeilen sind „items: 3“; oder die Zeilen als JSON</translation>
    </message>
    <message>
        <source>Expected status</source>
        <translation>Erwarteter Status</translation>
    </message>
    <message>
        <source>Body fits</source>
        <translation>Inhalt passt zu</translation>
    </message>
    <message>
        <source>any model</source>
        <translation>beliebiges Modell</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>rows of a store</source>
        <translation>Zeilen eines Speichers</translation>
    </message>
    <message>
        <source>Give a store other rows…</source>
        <translation>Einem Speicher andere Zeilen geben…</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>Its result</source>
        <translation>Ihr Ergebnis</translation>
    </message>
    <message>
        <source>an override</source>
        <translation>eine Ersetzung</translation>
    </message>
    <message>
        <source>Override a dependency…</source>
        <translation>Abhängigkeit ersetzen…</translation>
    </message>
    <message>
        <source>Retry-After: 5</source>
        <translation>Retry-After: 5</translation>
    </message>
    <message>
        <source>X-Signature: {{ uuid() }}</source>
        <translation>X-Signature: {{ uuid() }}</translation>
    </message>
    <message>
        <source>item.tax ? item.price + item.tax : null</source>
        <translation>item.tax ? item.price + item.tax : null</translation>
    </message>
    <message>
        <source>owner: {{ deps.user.username }}</source>
        <translation>owner: {{ deps.user.username }}</translation>
    </message>
    <message>
        <source>Accept: application/json</source>
        <translation>Accept: application/json</translation>
    </message>
    <message>
        <source>404: no_item</source>
        <translation>404: no_item</translation>
    </message>
    <message>
        <source>owner_id: users</source>
        <translation>owner_id: users</translation>
    </message>
    <message>
        <source>name=ada&amp;age=36</source>
        <translation>name=ada&amp;age=36</translation>
    </message>
    <message>
        <source>/name: Hose; /tags/0: garden</source>
        <translation>/name: Hose; /tags/0: garden</translation>
    </message>
    <message>
        <source>content-type: application/json</source>
        <translation>content-type: application/json</translation>
    </message>
    <message>
        <source>X-Token: secret</source>
        <translation>X-Token: secret</translation>
    </message>
    <message>
        <source>[{&quot;id&quot;: 1, &quot;name&quot;: &quot;Hose&quot;}]</source>
        <translation>[{&quot;id&quot;: 1, &quot;name&quot;: &quot;Hose&quot;}]</translation>
    </message>
    <message>
        <source>{&quot;username&quot;: &quot;ada&quot;}</source>
        <translation>{&quot;username&quot;: &quot;ada&quot;}</translation>
    </message>
    <message>
        <source>the table below, or a store</source>
        <translation>der Tabelle darunter oder einem Speicher</translation>
    </message>
    <message>
        <source>evenly</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>Common answers</source>
        <translation>Gemeinsame Antworten</translation>
    </message>
    <message>
        <source>404: Not found; 418: I&apos;m a teapot</source>
        <translation>404: Nicht gefunden; 418: Ich bin eine Teekanne</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltung</translation>
    </message>
    <message>
        <source>request: it is left after the answer and the tasks</source>
        <translation>request: verlassen nach der Antwort und den Aufgaben</translation>
    </message>
    <message>
        <source>That is no address.</source>
        <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Form of the token</source>
        <translation>Form des Tokens</translation>
    </message>
    <message>
        <source>A key needs the name that it is sent under.</source>
        <translation>Ein Schlüssel braucht den Namen, unter dem er gesendet wird.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>me: Who you are</source>
        <translation>me: Wer Sie sind</translation>
    </message>
    <message>
        <source>Tokens from</source>
        <translation>Tokens von</translation>
    </message>
    <message>
        <source>Log in at</source>
        <translation>Anmelden bei</translation>
    </message>
    <message>
        <source>Renew at</source>
        <translation>Erneuern bei</translation>
    </message>
    <message>
        <source>Devices at</source>
        <translation>Geräte bei</translation>
    </message>
    <message>
        <source>a flow</source>
        <translation>einen Ablauf</translation>
    </message>
    <message>
        <source>Add a flow…</source>
        <translation>Ablauf hinzufügen…</translation>
    </message>
    <message>
        <source>password</source>
        <translation>password</translation>
    </message>
    <message>
        <source>a step of the exit</source>
        <translation>einen Schritt des Verlassens</translation>
    </message>
    <message>
        <source>session {{ result }} is closed</source>
        <translation>Sitzung {{ result }} ist geschlossen</translation>
    </message>
    <message>
        <source>Field that disables a user</source>
        <translation>Feld, das einen Benutzer sperrt</translation>
    </message>
    <message>
        <source>Failure status</source>
        <translation>Status dabei</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Anteil der Ausfälle</translation>
    </message>
    <message>
        <source>Pass on to</source>
        <translation>Weitergeben an</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>found by the prefix of the path</source>
        <translation>nach dem Präfix des Pfads</translation>
    </message>
    <message>
        <source>for example: list items</source>
        <translation>zum Beispiel: list items</translation>
    </message>
    <message>
        <source>Map statuses</source>
        <translation>Statuscodes abbilden</translation>
    </message>
    <message>
        <source>Key name</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Angelegt aus</translation>
    </message>
    <message>
        <source>Answered as</source>
        <translation>Geantwortet als</translation>
    </message>
    <message>
        <source>Searched in</source>
        <translation>Gesucht in</translation>
    </message>
    <message>
        <source>all text fields</source>
        <translation>alle Textfelder</translation>
    </message>
    <message>
        <source>When missing</source>
        <translation>Wenn es fehlt</translation>
    </message>
    <message>
        <source>When taken</source>
        <translation>Wenn vergeben</translation>
    </message>
    <message>
        <source>On every change</source>
        <translation>Bei jeder Änderung</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
</context>
<context>
    <name>Design::BodyModel</name>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Add a body…</source>
        <translation>Inhalt hinzufügen…</translation>
    </message>
    <message>
        <source>ItemCreate</source>
        <translation>ItemCreate</translation>
    </message>
    <message>
        <source>There is a body of type %1 already.</source>
        <translation>Inhalt vom Typ %1 gibt es schon.</translation>
    </message>
    <message>
        <source>A media type has two parts, such as application/json.</source>
        <translation>Ein Medientyp hat zwei Teile, etwa application/json.</translation>
    </message>
    <message>
        <source>Change media type to %1</source>
        <translation>Medientyp in %1 ändern</translation>
    </message>
    <message>
        <source>Change notes of the body</source>
        <translation>Notizen zum Inhalt ändern</translation>
    </message>
    <message>
        <source>Require the body</source>
        <translation>Den Inhalt zur Pflicht machen</translation>
    </message>
    <message>
        <source>Make the body optional</source>
        <translation>Den Inhalt freiwillig machen</translation>
    </message>
    <message>
        <source>Add a body</source>
        <translation>Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>Remove the body</source>
        <translation>Inhalt entfernen</translation>
    </message>
</context>
<context>
    <name>Design::CellDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Design::CodeEditor</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
</context>
<context>
    <name>Design::ColumnKeeper</name>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Design::CompareText</name>
    <message>
        <source>The route is now %1.</source>
        <translation>Die Route ist jetzt %1.</translation>
    </message>
    <message>
        <source>The route is gone.</source>
        <translation>Die Route ist weg.</translation>
    </message>
    <message>
        <source>The route is new.</source>
        <translation>Die Route ist neu.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The route is deprecated now.</source>
        <translation>Die Route ist jetzt veraltet.</translation>
    </message>
    <message>
        <source>The parameter is not read any more.</source>
        <translation>Der Parameter wird nicht mehr gelesen.</translation>
    </message>
    <message>
        <source>The parameter is new and required.</source>
        <translation>Der Parameter ist neu und Pflicht.</translation>
    </message>
    <message>
        <source>The parameter is new.</source>
        <translation>Der Parameter ist neu.</translation>
    </message>
    <message>
        <source>The parameter is required now.</source>
        <translation>Der Parameter ist jetzt Pflicht.</translation>
    </message>
    <message>
        <source>The parameter is not required any more.</source>
        <translation>Der Parameter ist nicht mehr Pflicht.</translation>
    </message>
    <message>
        <source>The parameter is written in another style.</source>
        <translation>Der Parameter wird anders geschrieben.</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The body is not read any more.</source>
        <translation>Der Inhalt wird nicht mehr gelesen.</translation>
    </message>
    <message>
        <source>A body is required now.</source>
        <translation>Ein Inhalt ist jetzt Pflicht.</translation>
    </message>
    <message>
        <source>A body can be sent now.</source>
        <translation>Ein Inhalt kann jetzt gesendet werden.</translation>
    </message>
    <message>
        <source>The body is required now.</source>
        <translation>Der Inhalt ist jetzt Pflicht.</translation>
    </message>
    <message>
        <source>The body is not required any more.</source>
        <translation>Der Inhalt ist nicht mehr Pflicht.</translation>
    </message>
    <message>
        <source>%1 is not read any more.</source>
        <translation>%1 wird nicht mehr gelesen.</translation>
    </message>
    <message>
        <source>%1 is not answered any more.</source>
        <translation>%1 wird nicht mehr geantwortet.</translation>
    </message>
    <message>
        <source>%1 is possible now.</source>
        <translation>%1 ist jetzt möglich.</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>There is no such answer any more.</source>
        <translation>Diese Antwort gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The answer is new.</source>
        <translation>Die Antwort ist neu.</translation>
    </message>
    <message>
        <source>%1, header %2</source>
        <translation>%1, Kopfzeile %2</translation>
    </message>
    <message>
        <source>The header is not sent any more.</source>
        <translation>Die Kopfzeile wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>The header is not always sent any more.</source>
        <translation>Die Kopfzeile wird nicht mehr immer gesendet.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 does not let callers in any more; needed is now: %2.</source>
        <translation>%1 lässt niemanden mehr ein; nötig ist jetzt: %2.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Callers are let in with %1 now.</source>
        <translation>Mit %1 wird man jetzt eingelassen.</translation>
    </message>
    <message>
        <source>No value is allowed any more.</source>
        <translation>Kein Wert ist mehr erlaubt.</translation>
    </message>
    <message>
        <source>Values are allowed now.</source>
        <translation>Werte sind jetzt erlaubt.</translation>
    </message>
    <message>
        <source>The type was %1 and is now %2.</source>
        <translation>Der Typ war %1 und ist jetzt %2.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>No longer allowed: %1.</source>
        <translation>Nicht mehr erlaubt: %1.</translation>
    </message>
    <message>
        <source>Now allowed too: %1.</source>
        <translation>Jetzt auch erlaubt: %1.</translation>
    </message>
    <message>
        <source>Only these values are allowed now: %1.</source>
        <translation>Nur noch diese Werte sind erlaubt: %1.</translation>
    </message>
    <message>
        <source>Not only these values are allowed any more: %1.</source>
        <translation>Nicht mehr nur diese Werte sind erlaubt: %1.</translation>
    </message>
    <message>
        <source>The %1 was %2 and is now %3.</source>
        <translation>%1 war %2 und ist jetzt %3.</translation>
    </message>
    <message>
        <source>The %1 must now be %2.</source>
        <translation>%1 muss jetzt %2 sein.</translation>
    </message>
    <message>
        <source>The %1 need no longer be %2.</source>
        <translation>%1 muss nicht mehr %2 sein.</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Das Format</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Das Muster</translation>
    </message>
    <message>
        <source>The value must now be a multiple of %1.</source>
        <translation>Der Wert muss jetzt ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>The value need no longer be a multiple of %1.</source>
        <translation>Der Wert muss kein Vielfaches von %1 mehr sein.</translation>
    </message>
    <message>
        <source>Items must not repeat any more.</source>
        <translation>Elemente dürfen sich nicht mehr wiederholen.</translation>
    </message>
    <message>
        <source>Items may repeat now.</source>
        <translation>Elemente dürfen sich jetzt wiederholen.</translation>
    </message>
    <message>
        <source>The field %1 is gone.</source>
        <translation>Das Feld %1 ist weg.</translation>
    </message>
    <message>
        <source>The field %1 is new and required.</source>
        <translation>Das Feld %1 ist neu und Pflicht.</translation>
    </message>
    <message>
        <source>The field %1 is new.</source>
        <translation>Das Feld %1 ist neu.</translation>
    </message>
    <message>
        <source>Fields that are not declared are refused now.</source>
        <translation>Nicht vereinbarte Felder werden jetzt abgelehnt.</translation>
    </message>
    <message>
        <source>Fields that are not declared are allowed now.</source>
        <translation>Nicht vereinbarte Felder sind jetzt erlaubt.</translation>
    </message>
    <message>
        <source>The field %1 is required now.</source>
        <translation>Das Feld %1 ist jetzt Pflicht.</translation>
    </message>
    <message>
        <source>The field %1 is not required any more.</source>
        <translation>Das Feld %1 ist nicht mehr Pflicht.</translation>
    </message>
    <message>
        <source>There are no alternatives any more.</source>
        <translation>Es gibt keine Alternativen mehr.</translation>
    </message>
    <message>
        <source>There are alternatives now.</source>
        <translation>Es gibt jetzt Alternativen.</translation>
    </message>
    <message>
        <source>%1 is no alternative any more.</source>
        <translation>%1 ist keine Alternative mehr.</translation>
    </message>
    <message>
        <source>%1 is a new alternative.</source>
        <translation>%1 ist eine neue Alternative.</translation>
    </message>
    <message>
        <source>What %1 says is not as it was.</source>
        <translation>Was %1 sagt, ist nicht mehr wie vorher.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The default was %1 and is now %2.</source>
        <translation>Die Vorgabe war %1 und ist jetzt %2.</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 must now be %2.</source>
        <translation>%1 muss jetzt %2 sein.</translation>
    </message>
    <message>
        <source>%1 need no longer be %2.</source>
        <translation>%1 muss nicht mehr %2 sein.</translation>
    </message>
    <message>
        <source>%1 was %2 and is now %3.</source>
        <translation>%1 war %2 und ist jetzt %3.</translation>
    </message>
    <message>
        <source>The value</source>
        <translation>Der Wert</translation>
    </message>
    <message>
        <source>The length</source>
        <translation>Die Länge</translation>
    </message>
    <message>
        <source>The number of items</source>
        <translation>Die Zahl der Elemente</translation>
    </message>
    <message>
        <source>The number of fields</source>
        <translation>Die Zahl der Felder</translation>
    </message>
    <message>
        <source>items of %1</source>
        <translation>Elemente von %1</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>Only %1 is read now.</source>
        <translation>Gelesen wird jetzt nur noch %1.</translation>
    </message>
    <message>
        <source>Any type is read now.</source>
        <translation>Jetzt wird jeder Typ gelesen.</translation>
    </message>
</context>
<context>
    <name>Design::ConditionPicker</name>
    <message>
        <source>What the condition is about</source>
        <translation>Wovon die Bedingung handelt</translation>
    </message>
    <message>
        <source>or pick…</source>
        <translation>oder wählen…</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>With which value</source>
        <translation>Mit welchem Wert</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Design::ContentModel</name>
    <message>
        <source>Change example of %1</source>
        <translation>Beispiel von %1 ändern</translation>
    </message>
</context>
<context>
    <name>Design::DependencyPage</name>
    <message>
        <source>Runs before the routes that depend on it, once a request. A condition that holds refuses the request; else the result is deps.NAME in expressions.</source>
        <translation>Läuft vor den Routen, die davon abhängen, einmal je Anfrage. Eine Bedingung, die zutrifft, weist die Anfrage ab; sonst steht das Ergebnis in Ausdrücken als deps.NAME.</translation>
    </message>
    <message>
        <source>Ready-made</source>
        <translation>Vorgefertigt</translation>
    </message>
    <message>
        <source>Make it take a credential of a usual kind</source>
        <translation>Einen üblichen Nachweis verlangen lassen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Make %1 take a credential</source>
        <translation>%1 einen Nachweis verlangen lassen</translation>
    </message>
    <message>
        <source>When it is left again</source>
        <translation>Wenn sie wieder verlassen wird</translation>
    </message>
</context>
<context>
    <name>Design::DependsMatrixModel</name>
    <message>
        <source>All routes</source>
        <translation>Alle Routen</translation>
    </message>
    <message>
        <source>Router %1</source>
        <translation>Router %1</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Wer darf</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>%1 depends on %2</source>
        <translation>%1 hängt von %2 ab</translation>
    </message>
    <message>
        <source>%1 depends on %2, %3</source>
        <translation>%1 hängt von %2 ab, %3</translation>
    </message>
    <message>
        <source>%1 does not depend on %2</source>
        <translation>%1 hängt nicht von %2 ab</translation>
    </message>
    <message>
        <source>Let %1 depend on %2</source>
        <translation>%1 von %2 abhängen lassen</translation>
    </message>
    <message>
        <source>Let %1 no longer depend on %2</source>
        <translation>%1 nicht mehr von %2 abhängen lassen</translation>
    </message>
</context>
<context>
    <name>Design::DependsMatrixPage</name>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>● depends on it by itself, ○ inherits it from the whole design, from a router or through another dependency. A click or Space switches.</source>
        <translation>● hängt selbst davon ab, ○ erbt es vom ganzen Entwurf, von einem Router oder durch eine andere Abhängigkeit. Ein Klick oder die Leertaste schaltet um.</translation>
    </message>
</context>
<context>
    <name>Design::DependsMatrixView</name>
    <message>
        <source>Routes and dependencies</source>
        <translation>Routen und Abhängigkeiten</translation>
    </message>
    <message>
        <source>Space switches a dependency of a route, Enter opens the route.</source>
        <translation>Die Leertaste schaltet eine Abhängigkeit um, Enter öffnet die Route.</translation>
    </message>
</context>
<context>
    <name>Design::DesignDocument</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>Design::DesignText</name>
    <message>
        <source>The operationId “%1” is taken by %2.</source>
        <translation>Die operationId „%1“ hat schon %2.</translation>
    </message>
    <message>
        <source>The %1 parameter “%2” is there already.</source>
        <translation>Den %1-Parameter „%2“ gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” is the same path as “%2”.</source>
        <translation>„%1“ ist derselbe Pfad wie „%2“.</translation>
    </message>
    <message>
        <source>The tag “%1” is there already.</source>
        <translation>Das Tag „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>No number is %1 %2 and %3 %4.</source>
        <translation>Keine Zahl ist %1 %2 und %3 %4.</translation>
    </message>
    <message>
        <source>“%1” is greater than “%2”: nothing is valid.</source>
        <translation>„%1“ ist größer als „%2“: nichts ist gültig.</translation>
    </message>
    <message>
        <source>“%1” is no regular expression: %2.</source>
        <translation>„%1“ ist kein regulärer Ausdruck: %2.</translation>
    </message>
    <message>
        <source>The names in braces of a path are its path parameters, no more and no less.</source>
        <translation>Die Namen in den Klammern eines Pfads sind genau seine Pfadparameter.</translation>
    </message>
    <message>
        <source>No two paths differ in the names of their parameters only.</source>
        <translation>Keine zwei Pfade unterscheiden sich nur in den Namen ihrer Parameter.</translation>
    </message>
    <message>
        <source>An operation has one parameter of a name in a place.</source>
        <translation>Eine Operation hat an einem Ort nur einen Parameter eines Namens.</translation>
    </message>
    <message>
        <source>No two operations have the same operationId.</source>
        <translation>Keine zwei Operationen haben dieselbe operationId.</translation>
    </message>
    <message>
        <source>Every operation says how it answers when all goes well.</source>
        <translation>Jede Operation sagt, wie sie antwortet, wenn alles gut geht.</translation>
    </message>
    <message>
        <source>Security requirements name declared security schemes.</source>
        <translation>Sicherheitsanforderungen nennen vereinbarte Sicherheitsschemata.</translation>
    </message>
    <message>
        <source>No two tags have the same name.</source>
        <translation>Keine zwei Tags haben denselben Namen.</translation>
    </message>
    <message>
        <source>A lower limit is not above its upper limit: nothing would be valid.</source>
        <translation>Eine untere Grenze liegt nicht über der oberen: sonst wäre nichts gültig.</translation>
    </message>
    <message>
        <source>Patterns are regular expressions, and schemas can be compiled.</source>
        <translation>Muster sind reguläre Ausdrücke, und Schemata lassen sich übersetzen.</translation>
    </message>
    <message>
        <source>A required property can be there: it is declared, or others are allowed.</source>
        <translation>Ein Pflichtfeld kann da sein: es ist vereinbart, oder andere sind erlaubt.</translation>
    </message>
    <message>
        <source>Examples and defaults are valid for their own schemas.</source>
        <translation>Beispiele und Vorgaben sind nach ihrem eigenen Schema gültig.</translation>
    </message>
    <message>
        <source>Every component is used somewhere.</source>
        <translation>Jede Komponente wird irgendwo gebraucht.</translation>
    </message>
    <message>
        <source>The operation has no response.</source>
        <translation>Die Operation hat keine Antwort.</translation>
    </message>
    <message>
        <source>The operation has no response for success (2XX or 3XX).</source>
        <translation>Die Operation hat keine Antwort für den Erfolg (2XX oder 3XX).</translation>
    </message>
    <message>
        <source>The path “%1” has no “{%2}”.</source>
        <translation>Der Pfad „%1“ hat kein „{%2}“.</translation>
    </message>
    <message>
        <source>The path parameter “%1” is not declared.</source>
        <translation>Der Pfadparameter „%1“ ist nicht vereinbart.</translation>
    </message>
    <message>
        <source>“%1” is required, but is no property, and others are not allowed: nothing is valid.</source>
        <translation>„%1“ ist Pflicht, aber kein Feld, und andere sind nicht erlaubt: nichts ist gültig.</translation>
    </message>
    <message>
        <source>There is no security scheme “%1”.</source>
        <translation>Ein Sicherheitsschema „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is used nowhere.</source>
        <translation>„%1“ wird nirgends gebraucht.</translation>
    </message>
    <message>
        <source>“x-menura” must be an object.</source>
        <translation>„x-menura“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“tokens” must be an object: each token with its user and scopes.</source>
        <translation>„tokens“ muss ein Objekt sein: jedes Token mit Benutzer und Scopes.</translation>
    </message>
    <message>
        <source>A token must say its user, or be an object with “user” and “scopes”.</source>
        <translation>Ein Token muss seinen Benutzer nennen oder ein Objekt mit „user“ und „scopes“ sein.</translation>
    </message>
    <message>
        <source>“user” must be a string.</source>
        <translation>„user“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“scopes” must be a list of strings.</source>
        <translation>„scopes“ muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>A token has “user” and “scopes” only.</source>
        <translation>Ein Token hat nur „user“ und „scopes“.</translation>
    </message>
    <message>
        <source>The tokens of this scheme must be written “name:password”.</source>
        <translation>Die Token dieses Schemas schreibt man „Name:Passwort“.</translation>
    </message>
    <message>
        <source>A schema must be an object, true or false.</source>
        <translation>Ein Schema muss ein Objekt, true oder false sein.</translation>
    </message>
    <message>
        <source>“%1” must be %2.</source>
        <translation>„%1“ muss %2 sein.</translation>
    </message>
    <message>
        <source>“%1” must be a string.</source>
        <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“externalDocs” must be an object.</source>
        <translation>„externalDocs“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“example” and “examples” exclude one another.</source>
        <translation>„example“ und „examples“ schließen einander aus.</translation>
    </message>
    <message>
        <source>“schema” and “content” exclude one another.</source>
        <translation>„schema“ und „content“ schließen einander aus.</translation>
    </message>
    <message>
        <source>“schema” (or “content”) is missing here.</source>
        <translation>Hier fehlt „schema“ (oder „content“).</translation>
    </message>
    <message>
        <source>“content” must have exactly one media type here.</source>
        <translation>„content“ muss hier genau einen Medientyp haben.</translation>
    </message>
    <message>
        <source>Style “%1” does not exist for %2 parameters; it must be %3.</source>
        <translation>Den Stil „%1“ gibt es für %2-Parameter nicht; er muss %3 sein.</translation>
    </message>
    <message>
        <source>A server variable must be an object.</source>
        <translation>Eine Servervariable muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“enum” must be a list of at least one string.</source>
        <translation>„enum“ muss eine Liste aus mindestens einem Text sein.</translation>
    </message>
    <message>
        <source>An OAuth flow must be an object.</source>
        <translation>Ein OAuth-Ablauf muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“scopes” (an object) is missing here.</source>
        <translation>Hier fehlt „scopes“ (ein Objekt).</translation>
    </message>
    <message>
        <source>“%1” is missing here.</source>
        <translation>Hier fehlt „%1“.</translation>
    </message>
    <message>
        <source>One of “paths”, “webhooks” and “components” must be there.</source>
        <translation>Eines von „paths“, „webhooks“ und „components“ muss da sein.</translation>
    </message>
    <message>
        <source>The path “%1” must begin with a slash.</source>
        <translation>Der Pfad „%1“ muss mit einem Schrägstrich beginnen.</translation>
    </message>
    <message>
        <source>“contact” must be an object.</source>
        <translation>„contact“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“license” must be an object.</source>
        <translation>„license“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“identifier” and “url” exclude one another.</source>
        <translation>„identifier“ und „url“ schließen einander aus.</translation>
    </message>
    <message>
        <source>“variables” must be an object.</source>
        <translation>„variables“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>A parameter is in path, query, header or cookie, not in “%1”.</source>
        <translation>Ein Parameter steht in path, query, header oder cookie, nicht in „%1“.</translation>
    </message>
    <message>
        <source>A path parameter must say “required: true”.</source>
        <translation>Ein Pfadparameter muss „required: true“ sagen.</translation>
    </message>
    <message>
        <source>“%1” is for query parameters only.</source>
        <translation>„%1“ ist nur für query-Parameter.</translation>
    </message>
    <message>
        <source>“encoding” must be an object.</source>
        <translation>„encoding“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>An encoding must be an object.</source>
        <translation>Ein Encoding muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“value” and “externalValue” exclude one another.</source>
        <translation>„value“ und „externalValue“ schließen einander aus.</translation>
    </message>
    <message>
        <source>“operationRef” and “operationId” exclude one another.</source>
        <translation>„operationRef“ und „operationId“ schließen einander aus.</translation>
    </message>
    <message>
        <source>“operationId” (or “operationRef”) is missing here.</source>
        <translation>Hier fehlt „operationId“ (oder „operationRef“).</translation>
    </message>
    <message>
        <source>An API key is in query, header or cookie, not in “%1”.</source>
        <translation>Ein API-Schlüssel steht in query, header oder cookie, nicht in „%1“.</translation>
    </message>
    <message>
        <source>“flows” (an object) is missing here.</source>
        <translation>Hier fehlt „flows“ (ein Objekt).</translation>
    </message>
    <message>
        <source>“%1” is no type of security; it must be apiKey, http, oauth2, openIdConnect or mutualTLS.</source>
        <translation>„%1“ ist keine Art von Sicherheit; möglich sind apiKey, http, oauth2, openIdConnect und mutualTLS.</translation>
    </message>
    <message>
        <source>“%1” is no status; a response is for a code such as 200, a range such as 4XX, or “default”.</source>
        <translation>„%1“ ist kein Status; eine Antwort gilt für eine Zahl wie 200, einen Bereich wie 4XX oder „default“.</translation>
    </message>
    <message>
        <source>The name “%1” may only have letters, digits, dots, dashes and underscores.</source>
        <translation>Der Name „%1“ darf nur Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche haben.</translation>
    </message>
    <message>
        <source>This is no OpenAPI document: an object is expected, with “openapi”, “info” and “paths”.</source>
        <translation>Das ist kein OpenAPI-Dokument: erwartet wird ein Objekt mit „openapi“, „info“ und „paths“.</translation>
    </message>
    <message>
        <source>This is no OpenAPI document: the version (“openapi: 3.1.0”) is missing.</source>
        <translation>Das ist kein OpenAPI-Dokument: die Version („openapi: 3.1.0“) fehlt.</translation>
    </message>
    <message>
        <source>The version must be a string of three numbers, such as &quot;3.1.0&quot;.</source>
        <translation>Die Version muss ein Text aus drei Zahlen sein, etwa &quot;3.1.0&quot;.</translation>
    </message>
    <message>
        <source>“%1” leads to another document, which is not opened; the reference is kept as it is.</source>
        <translation>„%1“ führt in ein anderes Dokument, das nicht geöffnet wird; der Verweis bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>“%1” is no %2.</source>
        <translation>„%1“ ist kein %2.</translation>
    </message>
    <message>
        <source>“%1” leads nowhere in this design.</source>
        <translation>„%1“ führt in diesem Entwurf nirgendwohin.</translation>
    </message>
    <message>
        <source>“%1” runs in a circle and says nothing.</source>
        <translation>„%1“ läuft im Kreis und sagt nichts.</translation>
    </message>
    <message>
        <source>This schema comes back to itself before it has looked at any value; nothing can be checked against it.</source>
        <translation>Dieses Schema kommt auf sich selbst zurück, bevor es einen Wert angesehen hat; damit lässt sich nichts prüfen.</translation>
    </message>
    <message>
        <source>OpenAPI 3.0 has no “%1”; %2.</source>
        <translation>OpenAPI 3.0 kennt kein „%1“; %2.</translation>
    </message>
    <message>
        <source>“$ref” must be a reference (a string).</source>
        <translation>„$ref“ muss ein Verweis (ein Text) sein.</translation>
    </message>
    <message>
        <source>“%1” has no effect beside “$ref”.</source>
        <translation>„%1“ bewirkt neben „$ref“ nichts.</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>„%1“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>„%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>OpenAPI 3.0 has no “summary” of an API; it is left out.</source>
        <translation>OpenAPI 3.0 kennt keine „summary“ einer API; sie fällt weg.</translation>
    </message>
    <message>
        <source>OpenAPI 3.0 has no “identifier” of a license; it is left out.</source>
        <translation>OpenAPI 3.0 kennt keinen „identifier“ einer Lizenz; er fällt weg.</translation>
    </message>
    <message>
        <source>OpenAPI 3.0 has no path items among the components; this one is used by no path and left out.</source>
        <translation>OpenAPI 3.0 kennt keine Pfade unter den Komponenten; diesen braucht kein Pfad, er fällt weg.</translation>
    </message>
    <message>
        <source>OpenAPI 3.0 has no webhooks; they are written as “x-webhooks”.</source>
        <translation>OpenAPI 3.0 kennt keine Webhooks; sie werden als „x-webhooks“ geschrieben.</translation>
    </message>
    <message>
        <source>OpenAPI 3.0 has no security of type “mutualTLS”; it is written all the same.</source>
        <translation>OpenAPI 3.0 kennt keine Sicherheit vom Typ „mutualTLS“; sie wird trotzdem geschrieben.</translation>
    </message>
    <message>
        <source>Change the operationId to %1</source>
        <translation>Die operationId in %1 ändern</translation>
    </message>
    <message>
        <source>Swap %1 and %2</source>
        <translation>%1 und %2 vertauschen</translation>
    </message>
    <message>
        <source>Give the route the parameters that its path names</source>
        <translation>Der Route die Parameter geben, die ihr Pfad nennt</translation>
    </message>
    <message>
        <source>Replace it with a valid one</source>
        <translation>Durch etwas Gültiges ersetzen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Require %1 no longer</source>
        <translation>%1 nicht mehr verlangen</translation>
    </message>
    <message>
        <source>Create the model %1</source>
        <translation>Das Modell %1 anlegen</translation>
    </message>
    <message>
        <source>Add an answer 200</source>
        <translation>Eine Antwort 200 hinzufügen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Here stands an object, with “openapi” and “info”.</source>
        <translation>Hier steht ein Objekt, mit „openapi“ und „info“.</translation>
    </message>
    <message>
        <source>“%1” is not shown here; it is written in the whole document.</source>
        <translation>„%1“ wird hier nicht gezeigt; es steht im ganzen Dokument.</translation>
    </message>
    <message>
        <source>A model is an object with its keywords.</source>
        <translation>Ein Modell ist ein Objekt mit seinen Schlüsselwörtern.</translation>
    </message>
    <message>
        <source>There is another model “%1”.</source>
        <translation>Es gibt schon ein Modell „%1“.</translation>
    </message>
    <message>
        <source>A model&apos;s name has letters, digits, “.”, “-” and “_” only.</source>
        <translation>Der Name eines Modells hat nur Buchstaben, Ziffern, „.“, „-“ und „_“.</translation>
    </message>
    <message>
        <source>A route is an object, with “responses” and more.</source>
        <translation>Eine Route ist ein Objekt, mit „responses“ und mehr.</translation>
    </message>
    <message>
        <source>There is no method “%1”; there are %2.</source>
        <translation>Es gibt keine Methode „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>A path begins with “/”, and each “{” has its “}”.</source>
        <translation>Ein Pfad beginnt mit „/“, und jede „{“ hat ihre „}“.</translation>
    </message>
    <message>
        <source>There is another route %1 %2.</source>
        <translation>Es gibt schon eine Route %1 %2.</translation>
    </message>
    <message>
        <source>The value %1 is there already.</source>
        <translation>Der Wert %1 ist schon da.</translation>
    </message>
    <message>
        <source>Refer to %1 instead</source>
        <translation>Stattdessen auf %1 verweisen</translation>
    </message>
    <message>
        <source>Remove the second one</source>
        <translation>Den zweiten entfernen</translation>
    </message>
    <message>
        <source>Put it before %1</source>
        <translation>Vor %1 stellen</translation>
    </message>
    <message>
        <source>Declare %1 as a bearer token</source>
        <translation>%1 als Bearer-Token erklären</translation>
    </message>
    <message>
        <source>Add an answer 401</source>
        <translation>Eine Antwort 401 hinzufügen</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>Diesen entfernen</translation>
    </message>
    <message>
        <source>Operations that want a credential say how they answer without one.</source>
        <translation>Operationen, die einen Nachweis verlangen, sagen, wie sie ohne ihn antworten.</translation>
    </message>
    <message>
        <source>Where FastAPI&apos;s rules hold, a route stands before those that take in its requests.</source>
        <translation>Wo FastAPIs Regeln gelten, steht eine Route vor denen, die ihre Anfragen auch annehmen.</translation>
    </message>
    <message>
        <source>The allowed values of a schema are different ones.</source>
        <translation>Die erlaubten Werte eines Schemas sind verschieden.</translation>
    </message>
    <message>
        <source>It wants a credential, but does not say how it answers those who have none (401).</source>
        <translation>Sie verlangt einen Nachweis, sagt aber nicht, was ohne ihn geantwortet wird (401).</translation>
    </message>
    <message>
        <source>No request gets here: %1 %2 stands before it and takes them all.</source>
        <translation>Hierher kommt keine Anfrage: %1 %2 steht davor und nimmt alle.</translation>
    </message>
    <message>
        <source>Swagger documents older than 2.0 cannot be opened.</source>
        <translation>Swagger-Dokumente vor 2.0 können nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>OpenAPI version “%1” is unknown; 2.0 and 3.0 to 3.2 can be opened.</source>
        <translation>Die OpenAPI-Version „%1“ ist unbekannt; 2.0 und 3.0 bis 3.2 können geöffnet werden.</translation>
    </message>
    <message>
        <source>There is no “%1” here.</source>
        <translation>„%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no “%1” here. Did you mean “%2”?</source>
        <translation>„%1“ gibt es hier nicht. Ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>OpenAPI 3.2 is read as 3.1; of what is new in 3.2, methods, shared media types and the items of streams have an effect, all else is only kept.</source>
        <translation>OpenAPI 3.2 wird als 3.1 gelesen; von dem, was in 3.2 neu ist, wirken Methoden, gemeinsame Medientypen und die Elemente von Datenströmen, alles andere bleibt nur erhalten.</translation>
    </message>
    <message>
        <source>“%1” must be an object of operations, by methods that have no key of their own.</source>
        <translation>„%1“ muss ein Objekt mit Operationen sein, nach Methoden, die keinen eigenen Schlüssel haben.</translation>
    </message>
    <message>
        <source>Let several fit (anyOf)</source>
        <translation>Mehrere passen lassen (anyOf)</translation>
    </message>
    <message>
        <source>The alternatives of a oneOf are different ones.</source>
        <translation>Die Alternativen eines oneOf sind verschieden.</translation>
    </message>
    <message>
        <source>Alternative %L1 says the same as alternative %L2: what fits one fits both, and “oneOf” allows one.</source>
        <translation>Alternative %L1 sagt dasselbe wie Alternative %L2: Was zur einen passt, passt zu beiden, und „oneOf“ erlaubt nur eine.</translation>
    </message>
    <message>
        <source>OpenAPI 3.1 has no “%1” here; it is left out.</source>
        <translation>OpenAPI 3.1 kennt hier kein „%1“; es fällt weg.</translation>
    </message>
    <message>
        <source>The files of this design are nested too deeply.</source>
        <translation>Die Dateien dieses Entwurfs sind zu tief ineinander geschachtelt.</translation>
    </message>
    <message>
        <source>The files of this design repeat one another too often: more than 200,000 values stand in several places.</source>
        <translation>Die Dateien dieses Entwurfs wiederholen einander zu oft: Mehr als 200.000 Werte stehen an mehreren Stellen.</translation>
    </message>
    <message>
        <source>“%1” is used by other files of this design under this name.</source>
        <translation>„%1“ wird von anderen Dateien dieses Entwurfs unter diesem Namen verwendet.</translation>
    </message>
    <message>
        <source>This stands in the file %1 and is changed there.</source>
        <translation>Das steht in der Datei %1 und wird dort geändert.</translation>
    </message>
    <message>
        <source>“%1” is not opened: files are referred to by names relative to this one.</source>
        <translation>„%1“ wird nicht geöffnet: Auf Dateien wird mit Namen verwiesen, die von dieser hier ausgehen.</translation>
    </message>
    <message>
        <source>“%1” leads to another document, which is not opened: Menura asks nobody on the network. Put a copy beside the design and refer to that.</source>
        <translation>„%1“ führt zu einem anderen Dokument, das nicht geöffnet wird: Menura fragt niemanden im Netz. Legen Sie eine Kopie neben den Entwurf und verweisen Sie auf diese.</translation>
    </message>
    <message>
        <source>“%1” is not opened: it is outside of the folder of the design.</source>
        <translation>„%1“ wird nicht geöffnet: Es liegt außerhalb des Ordners des Entwurfs.</translation>
    </message>
    <message>
        <source>“%1” is not opened: it is hidden.</source>
        <translation>„%1“ wird nicht geöffnet: Es ist versteckt.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>“%1” leads nowhere in %2. For the design&apos;s own, write %3.</source>
        <translation>„%1“ führt in %2 nirgendwohin. Für das im Entwurf selbst schreiben Sie %3.</translation>
    </message>
    <message>
        <source>“%1” leads nowhere in %2.</source>
        <translation>„%1“ führt in %2 nirgendwohin.</translation>
    </message>
    <message>
        <source>The example %1.</source>
        <translation>Das Beispiel %1.</translation>
    </message>
    <message>
        <source>The example at %1 %2.</source>
        <translation>Das Beispiel bei %1 %2.</translation>
    </message>
    <message>
        <source>The default %1.</source>
        <translation>Die Vorgabe %1.</translation>
    </message>
    <message>
        <source>The default at %1 %2.</source>
        <translation>Die Vorgabe bei %1 %2.</translation>
    </message>
    <message>
        <source>Add the field %1</source>
        <translation>Das Feld %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add the field %1 to %2</source>
        <translation>Das Feld %1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>What a discriminator tells apart has the field that it goes by.</source>
        <translation>Was ein Diskriminator unterscheidet, hat das Feld, nach dem er geht.</translation>
    </message>
    <message>
        <source>Models that extend this one are told apart by “%1”, which is no field of it.</source>
        <translation>Modelle, die dieses erweitern, werden an „%1“ unterschieden, das keines seiner Felder ist.</translation>
    </message>
    <message>
        <source>The alternatives are told apart by “%1”, which this one has no field for.</source>
        <translation>Die Alternativen werden an „%1“ unterschieden, wofür diese kein Feld hat.</translation>
    </message>
    <message>
        <source>This schema is nested too deeply and accepts every value.</source>
        <translation>Dieses Schema ist zu tief verschachtelt und nimmt jeden Wert an.</translation>
    </message>
    <message>
        <source>%1 leads nowhere; every value is accepted here.</source>
        <translation>%1 führt nirgendwohin; hier wird jeder Wert angenommen.</translation>
    </message>
    <message>
        <source>The pattern cannot be read (%1) and is not checked.</source>
        <translation>Das Muster kann nicht gelesen werden (%1) und wird nicht geprüft.</translation>
    </message>
    <message>
        <source>greater than</source>
        <translation>größer als</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kleiner als</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>Allow %1 itself</source>
        <translation>%1 selbst erlauben</translation>
    </message>
    <message>
        <source>router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>The router %1 is inside itself.</source>
        <translation>Der Router %1 liegt in sich selbst.</translation>
    </message>
    <message>
        <source>security scheme</source>
        <translation>Sicherheitsschema</translation>
    </message>
    <message>
        <source>store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The routes of %1 begin with %2, but this path is %3.</source>
        <translation>Die Routen von %1 beginnen mit %2, doch dieser Pfad ist %3.</translation>
    </message>
    <message>
        <source>There is no %1 “%2”.</source>
        <translation>%1 „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>component schema</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 is not among the “hosts” of the document and will not be asked.</source>
        <translation>%1 steht nicht unter „hosts“ des Dokuments und wird nicht gefragt.</translation>
    </message>
    <message>
        <source>%1 is left after the answer and cannot need %2, which is left before it (“scope: function”).</source>
        <translation>%1 wird nach der Antwort verlassen und kann %2 nicht brauchen, das vor ihr verlassen wird („scope: function“).</translation>
    </message>
    <message>
        <source>Nobody can log in with %1: “logins” has no such member.</source>
        <translation>Mit %1 kann sich niemand anmelden: „logins“ hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>The dependency %1 needs itself.</source>
        <translation>Die Abhängigkeit %1 braucht sich selbst.</translation>
    </message>
    <message>
        <source>“detail” and “body” exclude one another.</source>
        <translation>„detail“ und „body“ schließen einander aus.</translation>
    </message>
    <message>
        <source>An error rule</source>
        <translation>Eine Fehlerregel</translation>
    </message>
    <message>
        <source>An error rule needs either “error”, the name of one, or “status” and what goes with it.</source>
        <translation>Eine Fehlerregel braucht entweder „error“, den Namen eines Fehlers, oder „status“ und was dazu gehört.</translation>
    </message>
    <message>
        <source>What sets a field is counter, uuid, now or an expression.</source>
        <translation>Was ein Feld setzt, ist counter, uuid, now oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>What sets a field</source>
        <translation>Was ein Feld setzt,</translation>
    </message>
    <message>
        <source>“value” must be counter, uuid, now or an expression.</source>
        <translation>„value“ muss counter, uuid, now oder ein Ausdruck sein.</translation>
    </message>
    <message>
        <source>A store</source>
        <translation>Ein Speicher</translation>
    </message>
    <message>
        <source>A store needs “model”, the name of a component schema.</source>
        <translation>Ein Speicher braucht „model“, den Namen eines Modells.</translation>
    </message>
    <message>
        <source>What is unique is a field or a list of fields.</source>
        <translation>Was eindeutig ist, ist ein Feld oder eine Liste von Feldern.</translation>
    </message>
    <message>
        <source>A field refers to the name of a store.</source>
        <translation>Ein Feld verweist auf den Namen eines Speichers.</translation>
    </message>
    <message>
        <source>A task</source>
        <translation>Eine Aufgabe</translation>
    </message>
    <message>
        <source>A task is one of “log”, “run” and “webhook”.</source>
        <translation>Eine Aufgabe ist eines von „log“, „run“ und „webhook“.</translation>
    </message>
    <message>
        <source>A dependency</source>
        <translation>Eine Abhängigkeit</translation>
    </message>
    <message>
        <source>“user” needs a “scheme”.</source>
        <translation>„user“ braucht ein „scheme“.</translation>
    </message>
    <message>
        <source>“scopes” need a “scheme”, or “needs” that have one.</source>
        <translation>„scopes“ brauchen ein „scheme“ oder „needs“, die eines haben.</translation>
    </message>
    <message>
        <source>A login</source>
        <translation>Eine Anmeldung</translation>
    </message>
    <message>
        <source>A login needs either “users”, a list, or “store”, the name of a store that holds them.</source>
        <translation>Eine Anmeldung braucht entweder „users“, eine Liste, oder „store“, den Namen des Speichers, der sie enthält.</translation>
    </message>
    <message>
        <source>A router</source>
        <translation>Ein Router</translation>
    </message>
    <message>
        <source>A prefix begins with a slash and does not end with one.</source>
        <translation>Ein Präfix beginnt mit einem Schrägstrich und endet nicht mit einem.</translation>
    </message>
    <message>
        <source>An action is %1 and the name of a store: “read items”.</source>
        <translation>Eine Aktion ist %1 und der Name eines Speichers: „read items“.</translation>
    </message>
    <message>
        <source>An action</source>
        <translation>Eine Aktion</translation>
    </message>
    <message>
        <source>An action needs “do” and “store”.</source>
        <translation>Eine Aktion braucht „do“ und „store“.</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>Ein Fehler</translation>
    </message>
    <message>
        <source>An error needs “status”.</source>
        <translation>Ein Fehler braucht „status“.</translation>
    </message>
    <message>
        <source>“x-menura” of a route</source>
        <translation>„x-menura“ einer Route</translation>
    </message>
    <message>
        <source>%1 must be an object.</source>
        <translation>%1 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>%1 has no member “%2”; it has no effect.</source>
        <translation>%1 hat keinen Eintrag „%2“; er bewirkt nichts.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <translation>ein Text oder eine Liste von Texten</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an expression</source>
        <translation>ein Ausdruck</translation>
    </message>
    <message>
        <source>a time: seconds, or such as 250ms, 2s, 30min, 1h</source>
        <translation>eine Zeit: Sekunden, oder etwa 250ms, 2s, 30min, 1h</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>No answer waits for more than ten minutes.</source>
        <translation>Keine Antwort wartet länger als zehn Minuten.</translation>
    </message>
    <message>
        <source>A uniform delay needs “most”, the longest.</source>
        <translation>Eine gleichmäßige Verzögerung braucht „most“, die längste.</translation>
    </message>
    <message>
        <source>This distribution needs “mean”.</source>
        <translation>Diese Verteilung braucht „mean“.</translation>
    </message>
    <message>
        <source>“least” must not be longer than “most”.</source>
        <translation>„least“ darf nicht länger sein als „most“.</translation>
    </message>
    <message>
        <source>“delay” must be a time (250ms, 2s) of at most ten minutes, a list of the shortest and the longest, or a distribution.</source>
        <translation>„delay“ muss eine Zeit (250ms, 2s) von höchstens zehn Minuten sein, eine Liste aus der kürzesten und der längsten, oder eine Verteilung.</translation>
    </message>
    <message>
        <source>More than all requests would fail: “rate”, “drop”, “reset”, “truncate” and “slow” are shares of them.</source>
        <translation>Mehr als alle Anfragen schlügen fehl: „rate“, „drop“, „reset“, „truncate“ und „slow“ sind Anteile davon.</translation>
    </message>
    <message>
        <source>A proxy needs the address of a server, such as https://api.example.com/v1.</source>
        <translation>Ein Proxy braucht die Adresse eines Servers, etwa https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>An upstream</source>
        <translation>Ein Upstream</translation>
    </message>
    <message>
        <source>An upstream needs “url”.</source>
        <translation>Ein Upstream braucht „url“.</translation>
    </message>
    <message>
        <source>A status becomes a named error.</source>
        <translation>Aus einem Status wird ein benannter Fehler.</translation>
    </message>
    <message>
        <source>“%1” leads nowhere, so it checks nothing.</source>
        <translation>„%1“ führt nirgendwohin und prüft deshalb nichts.</translation>
    </message>
    <message>
        <source>“%1” leads back to itself without saying anything, so it checks nothing.</source>
        <translation>„%1“ führt zu sich selbst zurück, ohne etwas zu sagen, und prüft deshalb nichts.</translation>
    </message>
    <message>
        <source>This schema contains itself by “%1”; the repetition checks nothing.</source>
        <translation>Dieses Schema enthält sich durch „%1“ selbst; die Wiederholung prüft nichts.</translation>
    </message>
    <message>
        <source>The pattern “%1” is no regular expression (%2), so it checks nothing.</source>
        <translation>Das Muster „%1“ ist kein regulärer Ausdruck (%2) und prüft deshalb nichts.</translation>
    </message>
    <message>
        <source>The pattern “%1” is not ECMA-262 (%2); it is used as other languages read it.</source>
        <translation>Das Muster „%1“ ist kein ECMA-262 (%2); es gilt so, wie andere Sprachen es lesen.</translation>
    </message>
    <message>
        <source>There is no type “%1”.</source>
        <translation>Einen Typ „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“multipleOf” must be greater than zero; it checks nothing.</source>
        <translation>„multipleOf“ muss größer als null sein; es prüft nichts.</translation>
    </message>
    <message>
        <source>The dialect “%1” is not known; the schema is read as JSON Schema 2020-12 or what its document is written in.</source>
        <translation>Der Dialekt „%1“ ist nicht bekannt; das Schema wird als JSON Schema 2020-12 gelesen oder als das, worin sein Dokument geschrieben ist.</translation>
    </message>
    <message>
        <source>%1 is the address of the documentation, which answers instead.</source>
        <translation>%1 ist die Adresse der Dokumentation, die stattdessen antwortet.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>This example of %1 does not fit its schema and is not served: %2 %3.</source>
        <translation>Dieses Beispiel von %1 passt nicht zu seinem Schema und wird nicht geantwortet: %2 %3.</translation>
    </message>
    <message>
        <source>It cannot be read in reasonable time</source>
        <translation>Es kann nicht in vernünftiger Zeit gelesen werden</translation>
    </message>
    <message>
        <source>This example of %1 does not fit its schema and is not served: %2.</source>
        <translation>Dieses Beispiel von %1 passt nicht zu seinem Schema und wird nicht geantwortet: %2.</translation>
    </message>
    <message>
        <source>This example of %1 breaks the response model, so that the answer is 500 Internal Server Error: %2.</source>
        <translation>Dieses Beispiel von %1 verletzt das Antwortmodell, sodass die Antwort 500 Internal Server Error ist: %2.</translation>
    </message>
    <message>
        <source>The path %1 has no {%2}; the parameter is not checked.</source>
        <translation>Der Pfad %1 hat kein {%2}; der Parameter wird nicht geprüft.</translation>
    </message>
    <message>
        <source>There is no security scheme %1; it is not enforced.</source>
        <translation>Ein Sicherheitsschema %1 gibt es nicht; es wird nicht verlangt.</translation>
    </message>
</context>
<context>
    <name>Design::DocsPane</name>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>All of it would be too much to show at once. Choose from the list, or export the documentation.</source>
        <translation>Alles auf einmal zu zeigen wäre zu viel. Bitte aus der Liste wählen oder die Dokumentation exportieren.</translation>
    </message>
</context>
<context>
    <name>Design::DocsWords</name>
    <message>
        <source>Deprecated: do not use it for new things.</source>
        <translation>Veraltet: nicht für Neues verwenden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Extends %1</source>
        <translation>Erweitert %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>Braucht %1</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>each item: </source>
        <translation>jeder Eintrag: </translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>Liste aus %1</translation>
    </message>
    <message>
        <source>map of %1</source>
        <translation>Zuordnung zu %1</translation>
    </message>
    <message numerus="yes">
        <source>exactly %1 character(s)</source>
        <translation>
            <numerusform>genau %1 Zeichen</numerusform>
            <numerusform>genau %1 Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 character(s)</source>
        <translation>
            <numerusform>%1 bis %2 Zeichen</numerusform>
            <numerusform>%1 bis %2 Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 character(s)</source>
        <translation>
            <numerusform>mindestens %1 Zeichen</numerusform>
            <numerusform>mindestens %1 Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 character(s)</source>
        <translation>
            <numerusform>höchstens %1 Zeichen</numerusform>
            <numerusform>höchstens %1 Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %1 item(s)</source>
        <translation>
            <numerusform>genau %1 Eintrag</numerusform>
            <numerusform>genau %1 Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 item(s)</source>
        <translation>
            <numerusform>%1 bis %2 Eintrag</numerusform>
            <numerusform>%1 bis %2 Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 item(s)</source>
        <translation>
            <numerusform>mindestens %1 Eintrag</numerusform>
            <numerusform>mindestens %1 Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 item(s)</source>
        <translation>
            <numerusform>höchstens %1 Eintrag</numerusform>
            <numerusform>höchstens %1 Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %1 field(s)</source>
        <translation>
            <numerusform>genau %1 Feld</numerusform>
            <numerusform>genau %1 Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 field(s)</source>
        <translation>
            <numerusform>%1 bis %2 Feld</numerusform>
            <numerusform>%1 bis %2 Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 field(s)</source>
        <translation>
            <numerusform>mindestens %1 Feld</numerusform>
            <numerusform>mindestens %1 Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 field(s)</source>
        <translation>
            <numerusform>höchstens %1 Feld</numerusform>
            <numerusform>höchstens %1 Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>entspricht %1</translation>
    </message>
    <message>
        <source>all different</source>
        <translation>alle verschieden</translation>
    </message>
    <message>
        <source>no other fields</source>
        <translation>keine anderen Felder</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>read-only: never sent by a client</source>
        <translation>nur lesen: wird nie von Clients geschickt</translation>
    </message>
    <message>
        <source>write-only: never part of an answer</source>
        <translation>nur schreiben: nie Teil einer Antwort</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>a multiple of %1</source>
        <translation>ein Vielfaches von %1</translation>
    </message>
    <message>
        <source>greater than %1</source>
        <translation>größer als %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>kleiner als %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eins von %1</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
</context>
<context>
    <name>Design::EffectiveDepends</name>
    <message>
        <source>by all routes</source>
        <translation>von allen Routen</translation>
    </message>
    <message>
        <source>by router %1</source>
        <translation>von Router %1</translation>
    </message>
    <message>
        <source>needed by %1</source>
        <translation>gebraucht von %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
</context>
<context>
    <name>Design::ExampleLine</name>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Example of the model</source>
        <translation>Beispiel des Modells</translation>
    </message>
    <message>
        <source>Add the fields that the JSON on the clipboard suggests; those that are there stay as they are</source>
        <translation>Die Felder hinzufügen, die das JSON der Zwischenablage nahelegt; vorhandene bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>The example is %1</source>
        <translation>Das Beispiel ist %1</translation>
    </message>
    <message>
        <source>Copy the example</source>
        <translation>Das Beispiel kopieren</translation>
    </message>
    <message>
        <source>Copied the example</source>
        <translation>Das Beispiel wurde kopiert</translation>
    </message>
    <message>
        <source>Paste Sample</source>
        <translation>Beispiel einfügen</translation>
    </message>
    <message>
        <source>too large or too intricate to make one up</source>
        <translation>zu groß oder zu verwickelt, um eines zu erfinden</translation>
    </message>
    <message>
        <source>no value fits all rules of the model</source>
        <translation>kein Wert passt zu allen Regeln des Modells</translation>
    </message>
</context>
<context>
    <name>Design::FieldDelegate</name>
    <message>
        <source>Press Enter again to create the model %1.</source>
        <translation>Noch einmal Eingabe legt das Modell %1 an.</translation>
    </message>
</context>
<context>
    <name>Design::FieldsView</name>
    <message>
        <source>Enter adds a row, F2 or typing edits, Tab goes to the next cell, F4 opens the rules as a form, Space switches “required”, Alt+Up and Alt+Down move, Ctrl+D copies, Del removes.</source>
        <translation>Eingabe fügt eine Zeile hinzu, F2 oder Tippen bearbeitet, Tab geht zur nächsten Zelle, F4 öffnet die Regeln als Formular, Leertaste schaltet „Pflicht“ um, Alt+Auf und Alt+Ab verschieben, Strg+D verdoppelt, Entf entfernt.</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>All fields of the sample are there already.</source>
        <translation>Alle Felder des Beispiels sind schon da.</translation>
    </message>
    <message>
        <source>The clipboard holds no fields and no JSON sample.</source>
        <translation>Die Zwischenablage enthält weder Felder noch ein JSON-Beispiel.</translation>
    </message>
    <message>
        <source>Added one field</source>
        <translation>Ein Feld hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>Added %n fields</source>
        <translation>
            <numerusform>%n Feld hinzugefügt</numerusform>
            <numerusform>%n Felder hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Column for Examples</source>
        <translation>Spalte für Beispiele</translation>
    </message>
    <message>
        <source>Add Below</source>
        <translation>Darunter hinzufügen</translation>
    </message>
    <message>
        <source>Rules as a Form</source>
        <translation>Regeln als Formular</translation>
    </message>
    <message>
        <source>Open the Model</source>
        <translation>Das Modell öffnen</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Paste Fields or a JSON Sample</source>
        <translation>Felder oder ein JSON-Beispiel einfügen</translation>
    </message>
    <message>
        <source>Override Here</source>
        <translation>Hier überschreiben</translation>
    </message>
</context>
<context>
    <name>Design::FileText</name>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MiB.</source>
        <translation>%1 ist größer als 256 MiB.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not an OpenAPI document.</source>
        <translation>%1 ist kein OpenAPI-Dokument.</translation>
    </message>
    <message>
        <source>The design has no file name yet.</source>
        <translation>Der Entwurf hat noch keinen Dateinamen.</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2.</source>
        <translation>%1 kann nicht gespeichert werden: %2.</translation>
    </message>
</context>
<context>
    <name>Design::FolderText</name>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
    <message>
        <source>the design has more than 10,000 files.</source>
        <translation>Der Entwurf hat mehr als 10.000 Dateien.</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>it is no file inside the folder of the design.</source>
        <translation>Das ist keine Datei im Ordner des Entwurfs.</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB.</source>
        <translation>Sie ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>the files of the design are larger than 256 MiB together.</source>
        <translation>Die Dateien des Entwurfs sind zusammen größer als 256 MiB.</translation>
    </message>
    <message>
        <source>it is no text.</source>
        <translation>Sie ist kein Text.</translation>
    </message>
</context>
<context>
    <name>Design::MapOverview</name>
    <message>
        <source>Overview of the map</source>
        <translation>Übersicht der Karte</translation>
    </message>
    <message>
        <source>Drag to move the view</source>
        <translation>Ziehen verschiebt die Ansicht</translation>
    </message>
</context>
<context>
    <name>Design::MapPane</name>
    <message>
        <source>Models appear here as cards, with lines for what they refer to.</source>
        <translation>Hier erscheinen Modelle als Karten, mit Linien zu dem, worauf sie verweisen.</translation>
    </message>
    <message>
        <source>Lay all cards out anew</source>
        <translation>Alle Karten neu anordnen</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Save the map as a picture</source>
        <translation>Die Karte als Bild speichern</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Smaller  -</source>
        <translation>Kleiner  -</translation>
    </message>
    <message>
        <source>Larger  +</source>
        <translation>Größer  +</translation>
    </message>
    <message>
        <source>Show everything  Ctrl+0</source>
        <translation>Alles zeigen  Strg+0</translation>
    </message>
    <message>
        <source>Drawing the map …</source>
        <translation>Die Karte wird gezeichnet …</translation>
    </message>
    <message>
        <source>Models: %L1 · references: %L2</source>
        <translation>Modelle: %L1 · Verweise: %L2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Move %1 on the map</source>
        <translation>%1 auf der Karte verschieben</translation>
    </message>
    <message>
        <source>Tidy the map</source>
        <translation>Die Karte ordnen</translation>
    </message>
    <message>
        <source>Let %1 extend %2</source>
        <translation>%1 soll %2 erweitern</translation>
    </message>
    <message>
        <source>%1 extends %2</source>
        <translation>%1 erweitert %2</translation>
    </message>
    <message>
        <source>%1 cannot extend %2: that would be a circle</source>
        <translation>%1 kann %2 nicht erweitern: das wäre ein Kreis</translation>
    </message>
    <message>
        <source>Change type of %1</source>
        <translation>Typ von %1 ändern</translation>
    </message>
    <message numerus="yes">
        <source>Move %n cards on the map</source>
        <translation>
            <numerusform>%n Karte auf dem Plan verschieben</numerusform>
            <numerusform>%n Karten auf dem Plan verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Extends</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>%1 becomes</source>
        <translation>%1 wird zu</translation>
    </message>
    <message>
        <source>Open the Model</source>
        <translation>Das Modell öffnen</translation>
    </message>
    <message>
        <source>Type of %1: %2</source>
        <translation>Typ von %1: %2</translation>
    </message>
</context>
<context>
    <name>Design::MapView</name>
    <message>
        <source>Map of the models</source>
        <translation>Karte der Modelle</translation>
    </message>
    <message>
        <source>Drag to the model that %1 extends</source>
        <translation>Zu dem Modell ziehen, das %1 erweitert</translation>
    </message>
    <message>
        <source>Drag to a model, to make it the type of %1</source>
        <translation>Zu einem Modell ziehen, um es zum Typ von %1 zu machen</translation>
    </message>
    <message>
        <source>Arrow keys walk along the edges, Enter opens a model, Ctrl with an arrow key moves its card, C connects it with another one.</source>
        <translation>Pfeiltasten gehen die Linien entlang, Eingabe öffnet ein Modell, Strg mit einer Pfeiltaste verschiebt seine Karte, C verbindet sie mit einer anderen.</translation>
    </message>
</context>
<context>
    <name>Design::MemberEdit</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
</context>
<context>
    <name>Design::MemberField</name>
    <message>
        <source>It is one of %1.</source>
        <translation>Es ist eines von %1.</translation>
    </message>
    <message>
        <source>An expression begins with {{ and ends with }}.</source>
        <translation>Ein Ausdruck beginnt mit {{ und endet mit }}.</translation>
    </message>
    <message>
        <source>This is no JSON: %1</source>
        <translation>Das ist kein JSON: %1</translation>
    </message>
    <message>
        <source>There is no “%1” here.</source>
        <translation>„%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>It is a number from %1 to %2.</source>
        <translation>Es ist eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>These are names and values, such as “%1”.</source>
        <translation>Das sind Namen und Werte, etwa „%1“.</translation>
    </message>
    <message>
        <source>none; 250ms, or 100ms..2s</source>
        <translation>keine; 250ms oder 100ms..2s</translation>
    </message>
    <message>
        <source>250ms, 2s</source>
        <translation>250ms, 2s</translation>
    </message>
    <message>
        <source>It is a time such as 250ms or 2s, or the shortest and the longest: 100ms..2s.</source>
        <translation>Es ist eine Dauer wie 250ms oder 2s, oder die kürzeste und die längste: 100ms..2s.</translation>
    </message>
    <message>
        <source>It is a time such as 250ms or 2s.</source>
        <translation>Es ist eine Dauer wie 250ms oder 2s.</translation>
    </message>
</context>
<context>
    <name>Design::MembersModel</name>
    <message>
        <source>%1, refused: %2</source>
        <translation>%1, abgelehnt: %2</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>A name has letters, digits, “_” and “-”, and begins with a letter.</source>
        <translation>Ein Name hat Buchstaben, Ziffern, „_“ und „-“ und beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Es braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a “%1” already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Change “%1” of %2</source>
        <translation>„%1“ ändern: %2</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>There is no “%1” here.</source>
        <translation>„%1“ gibt es hier nicht.</translation>
    </message>
</context>
<context>
    <name>Design::NavigatorModel</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Title, version, description and tags</source>
        <translation>Titel, Version, Beschreibung und Tags</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Latency and CORS</source>
        <translation>Verzögerung und CORS</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Who may: %1</source>
        <translation>Wer darf: %1</translation>
    </message>
    <message>
        <source>guarded by %1</source>
        <translation>geschützt durch %1</translation>
    </message>
    <message>
        <source>Stands in %1</source>
        <translation>Steht in %1</translation>
    </message>
</context>
<context>
    <name>Design::OperationFields</name>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Su&amp;mmary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>Beschreib&amp;ung</translation>
    </message>
    <message>
        <source>T&amp;ags</source>
        <translation>&amp;Tags</translation>
    </message>
    <message>
        <source>operation&amp;Id</source>
        <translation>operation&amp;Id</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What the route does, in a few words</source>
        <translation>Was die Route tut, in wenigen Worten</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Groups that it belongs to, with commas between</source>
        <translation>Gruppen, zu denen sie gehört, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>operationId</source>
        <translation>operationId</translation>
    </message>
    <message>
        <source>Name of it in generated code</source>
        <translation>Ihr Name in erzeugtem Code</translation>
    </message>
    <message>
        <source>Change the summary</source>
        <translation>Zusammenfassung ändern</translation>
    </message>
    <message>
        <source>Change the operationId</source>
        <translation>operationId ändern</translation>
    </message>
    <message>
        <source>Change the description</source>
        <translation>Beschreibung ändern</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Tags ändern</translation>
    </message>
    <message>
        <source>Deprecate the route</source>
        <translation>Route als veraltet kennzeichnen</translation>
    </message>
    <message>
        <source>Take the route back from deprecation</source>
        <translation>Route nicht mehr als veraltet kennzeichnen</translation>
    </message>
</context>
<context>
    <name>Design::OriginNote</name>
    <message>
        <source>&amp;Open the File</source>
        <translation>Datei öff&amp;nen</translation>
    </message>
    <message>
        <source>In the program that your system has for it; what is saved there is shown here at once</source>
        <translation>In dem Programm, das Ihr System dafür hat; was dort gespeichert wird, erscheint hier sofort</translation>
    </message>
    <message>
        <source>This stands in the file %1 and is changed there.</source>
        <translation>Das steht in der Datei %1 und wird dort geändert.</translation>
    </message>
</context>
<context>
    <name>Design::ParameterModel</name>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Add a parameter…</source>
        <translation>Parameter hinzufügen…</translation>
    </message>
    <message>
        <source>limit: int 1..100 default 10</source>
        <translation>limit: int 1..100 default 10</translation>
    </message>
    <message>
        <source>A parameter needs a name.</source>
        <translation>Ein Parameter braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name of a path parameter has no slash and no braces.</source>
        <translation>Der Name eines Pfadparameters hat keinen Schrägstrich und keine Klammern.</translation>
    </message>
    <message>
        <source>There is a %1 parameter %2 already.</source>
        <translation>Einen %1-Parameter %2 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 stands in the path: change the path to move it.</source>
        <translation>%1 steht im Pfad: verschieben geht nur dort.</translation>
    </message>
    <message>
        <source>Write {%1} into the path to make it a path parameter.</source>
        <translation>{%1} in den Pfad geschrieben macht daraus einen Pfadparameter.</translation>
    </message>
    <message>
        <source>A parameter stands in the query, a header or a cookie.</source>
        <translation>Ein Parameter steht in query, header oder cookie.</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Move %1 to the %2</source>
        <translation>%1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>Change notes of %1</source>
        <translation>Notizen zu %1 ändern</translation>
    </message>
    <message>
        <source>Change example of %1</source>
        <translation>Beispiel von %1 ändern</translation>
    </message>
    <message>
        <source>Require %1</source>
        <translation>%1 zur Pflicht machen</translation>
    </message>
    <message>
        <source>Make %1 optional</source>
        <translation>%1 freiwillig machen</translation>
    </message>
    <message>
        <source>Add parameter %1</source>
        <translation>Parameter %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
</context>
<context>
    <name>Design::ParsedRoute</name>
    <message>
        <source>%1 is no method: use get, post, put, patch, delete, head or options.</source>
        <translation>%1 ist keine Methode: möglich sind get, post, put, patch, delete, head und options.</translation>
    </message>
    <message>
        <source>A path begins with a slash, such as /todos/{id}.</source>
        <translation>Ein Pfad beginnt mit einem Schrägstrich, etwa /todos/{id}.</translation>
    </message>
    <message>
        <source>A parameter stands twice in this path.</source>
        <translation>Ein Parameter steht zweimal in diesem Pfad.</translation>
    </message>
    <message>
        <source>A } without { stands in this path.</source>
        <translation>Eine } ohne { steht in diesem Pfad.</translation>
    </message>
    <message>
        <source>Query parameters are not part of the path: add them in the route&apos;s table.</source>
        <translation>query-Parameter gehören nicht zum Pfad: sie stehen in der Tabelle der Route.</translation>
    </message>
    <message>
        <source>The } of this parameter is missing.</source>
        <translation>Die } dieses Parameters fehlt.</translation>
    </message>
    <message>
        <source>A parameter needs a name of letters, digits and _.</source>
        <translation>Ein Parameter braucht einen Namen aus Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>After the path comes &lt;- and what is sent, or -&gt; and what is answered.</source>
        <translation>Nach dem Pfad kommt &lt;- und was gesendet wird, oder -&gt; und was geantwortet wird.</translation>
    </message>
    <message>
        <source>%1 %2 is there already.</source>
        <translation>%1 %2 gibt es schon.</translation>
    </message>
    <message>
        <source>Successful answer</source>
        <translation>Erfolgreiche Antwort</translation>
    </message>
</context>
<context>
    <name>Design::PlaceName</name>
    <message>
        <source>body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>[item]</source>
        <translation>[Element]</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>.other</source>
        <translation>.sonstige</translation>
    </message>
</context>
<context>
    <name>Design::Precedence</name>
    <message>
        <source>no such row %1</source>
        <translation>keine solche Zeile %1</translation>
    </message>
    <message>
        <source>taken %1</source>
        <translation>vergeben %1</translation>
    </message>
    <message>
        <source>inputs 422</source>
        <translation>Eingaben 422</translation>
    </message>
    <message>
        <source>the rules, from the top</source>
        <translation>die Regeln von oben</translation>
    </message>
    <message>
        <source>upstream %1</source>
        <translation>anderer Server %1</translation>
    </message>
</context>
<context>
    <name>Design::PreviewPane</name>
    <message>
        <source>OpenAPI and documentation</source>
        <translation>OpenAPI und Dokumentation</translation>
    </message>
    <message>
        <source>OpenAPI</source>
        <translation>OpenAPI</translation>
    </message>
    <message>
        <source>Docs</source>
        <translation>Doku</translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation>Wie viel gezeigt wird</translation>
    </message>
    <message>
        <source>Format of the source</source>
        <translation>Format des Quelltexts</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy the source shown</source>
        <translation>Den gezeigten Quelltext kopieren</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>This Item</source>
        <translation>Dieses Element</translation>
    </message>
    <message>
        <source>Whole Document</source>
        <translation>Ganzes Dokument</translation>
    </message>
</context>
<context>
    <name>Design::ProblemsModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>Design::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Nothing is wrong with this design.</source>
        <translation>An diesem Entwurf stimmt alles.</translation>
    </message>
</context>
<context>
    <name>Design::RecoveryText</name>
    <message>
        <source>No copy for a crash can be kept in %1.</source>
        <translation>In %1 lässt sich keine Kopie für einen Absturz anlegen.</translation>
    </message>
</context>
<context>
    <name>Design::RequestLine</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The path. A name in braces, such as {item_id}, is a path parameter.</source>
        <translation>Der Pfad. Ein Name in Klammern wie {item_id} ist ein Pfadparameter.</translation>
    </message>
    <message>
        <source>%1 has a route for %2 already.</source>
        <translation>%1 hat schon eine Route für %2.</translation>
    </message>
    <message>
        <source>Change the method to %1</source>
        <translation>Methode in %1 ändern</translation>
    </message>
    <message>
        <source>Each “{” of the path needs a “}”.</source>
        <translation>Jede „{“ des Pfads braucht eine „}“.</translation>
    </message>
    <message>
        <source>There is a route %1 %2 already.</source>
        <translation>Eine Route %1 %2 gibt es schon.</translation>
    </message>
    <message>
        <source>Change path %1 to %2</source>
        <translation>Pfad %1 in %2 ändern</translation>
    </message>
    <message>
        <source>The path cannot be %1.</source>
        <translation>Der Pfad kann nicht %1 sein.</translation>
    </message>
    <message numerus="yes">
        <source>Renamed %1 to %2 for all its %n methods</source>
        <translation>
            <numerusform>%1 in %2 umbenannt, für die eine Methode</numerusform>
            <numerusform>%1 in %2 umbenannt, für alle %n Methoden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send a valid request to this route and show what happens to it; starts the server if it is stopped  Ctrl+Enter</source>
        <translation>Eine gültige Anfrage an diese Route senden und zeigen, was mit ihr geschieht; startet den Server, falls er steht  Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>Design::RouteBehaviourBlocks</name>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Error rules</source>
        <translation>Fehlerregeln</translation>
    </message>
    <message>
        <source>Where the answer comes from</source>
        <translation>Woher die Antwort kommt</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Latency and faults</source>
        <translation>Verzögerung und Ausfälle</translation>
    </message>
    <message>
        <source>names of dependencies, with commas between</source>
        <translation>Namen, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>example or sample</source>
        <translation>Beispiel oder Muster</translation>
    </message>
    <message>
        <source>as all routes</source>
        <translation>wie alle Routen</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Computed fields</source>
        <translation>Berechnete Felder</translation>
    </message>
    <message>
        <source>as the whole design; the address of a real server, or “off”</source>
        <translation>wie der ganze Entwurf; die Adresse eines echten Servers, oder „off“</translation>
    </message>
    <message>
        <source>Asked in this order: %1.</source>
        <translation>Gefragt wird in dieser Reihenfolge: %1.</translation>
    </message>
    <message>
        <source>nobody is asked</source>
        <translation>niemand wird gefragt</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
</context>
<context>
    <name>Design::RouteEditor</name>
    <message>
        <source>Input</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Docs</source>
        <translation>Doku</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Design::RowsView</name>
    <message>
        <source>Enter adds a row, F2 or typing edits, Tab goes to the next cell, Space switches a box, Alt+Up and Alt+Down move, Del removes.</source>
        <translation>Enter fügt eine Zeile hinzu, F2 oder Tippen bearbeitet, Tab geht zur nächsten Zelle, die Leertaste schaltet ein Kästchen um, Alt+Auf und Alt+Ab verschieben, Entf entfernt.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>All of the row</source>
        <translation>Die ganze Zeile</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>Design::RulesForm</name>
    <message>
        <source>Rules of %1</source>
        <translation>Regeln von %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Multiple of</source>
        <translation>Vielfaches von</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>No item twice</source>
        <translation>Kein Element doppelt</translation>
    </message>
    <message>
        <source>No other fields</source>
        <translation>Keine anderen Felder</translation>
    </message>
    <message>
        <source>Told apart by</source>
        <translation>Unterschieden durch</translation>
    </message>
    <message>
        <source>name of a field</source>
        <translation>Name eines Felds</translation>
    </message>
    <message>
        <source>Exactly one fits</source>
        <translation>Genau eines passt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Write-only</source>
        <translation>Nur schreiben</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>%1 at least</source>
        <translation>%1 mindestens</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>%1 höchstens</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>greater, not equal</source>
        <translation>größer, nicht gleich</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>less, not equal</source>
        <translation>kleiner, nicht gleich</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Put in a value that the type and the rules accept</source>
        <translation>Einen Wert einsetzen, der zu Typ und Regeln passt</translation>
    </message>
    <message>
        <source>E&amp;xample</source>
        <translation>B&amp;eispiel</translation>
    </message>
    <message>
        <source>Make &amp;One</source>
        <translation>&amp;Ausdenken</translation>
    </message>
</context>
<context>
    <name>Design::SchemaEditor</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
</context>
<context>
    <name>Design::SchemaHeader</name>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>The model&apos;s name. Everything that refers to it follows.</source>
        <translation>Der Name des Modells. Alles, was auf es verweist, folgt.</translation>
    </message>
    <message>
        <source>Extends</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>The model whose fields this one has too</source>
        <translation>Das Modell, dessen Felder auch dieses hat</translation>
    </message>
    <message>
        <source>E&amp;xtends</source>
        <translation>E&amp;rweitert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht verwendet</translation>
    </message>
    <message>
        <source>used in one place</source>
        <translation>an einer Stelle verwendet</translation>
    </message>
    <message numerus="yes">
        <source>used in %n places</source>
        <translation>
            <numerusform>an %n Stelle verwendet</numerusform>
            <numerusform>an %n Stellen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Show where %1 is used (Shift+F12)</source>
        <translation>Zeigen, wo %1 verwendet wird (Umschalt+F12)</translation>
    </message>
    <message>
        <source>A model&apos;s name has only letters, digits, “.”, “-” and “_”.</source>
        <translation>Der Name eines Modells hat nur Buchstaben, Ziffern, „.“, „-“ und „_“.</translation>
    </message>
    <message>
        <source>There is a model %1 already.</source>
        <translation>Ein Modell %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Change what %1 extends</source>
        <translation>Ändern, was %1 erweitert</translation>
    </message>
    <message>
        <source>%1 cannot extend %2: that one extends it already.</source>
        <translation>%1 kann %2 nicht erweitern: umgekehrt ist es schon so.</translation>
    </message>
    <message>
        <source>%1 is not used yet.</source>
        <translation>%1 wird noch nicht verwendet.</translation>
    </message>
</context>
<context>
    <name>Design::SchemaModel</name>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
</context>
<context>
    <name>Design::SchemaTableModel</name>
    <message>
        <source>Paste fields</source>
        <translation>Felder einfügen</translation>
    </message>
    <message>
        <source>Add the fields of a sample</source>
        <translation>Die Felder eines Beispiels hinzufügen</translation>
    </message>
    <message>
        <source>A model&apos;s name has only letters, digits, “.”, “-” and “_”.</source>
        <translation>Der Name eines Modells hat nur Buchstaben, Ziffern, „.“, „-“ und „_“.</translation>
    </message>
    <message>
        <source>There is a model %1 already.</source>
        <translation>Ein Modell %1 gibt es schon.</translation>
    </message>
    <message>
        <source>A field needs a name.</source>
        <translation>Ein Feld braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a field %1 already.</source>
        <translation>Ein Feld %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Change type of %1</source>
        <translation>Typ von %1 ändern</translation>
    </message>
    <message>
        <source>Change rules of %1</source>
        <translation>Regeln von %1 ändern</translation>
    </message>
    <message>
        <source>Change pattern %1</source>
        <translation>Muster %1 ändern</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Change notes of %1</source>
        <translation>Notizen zu %1 ändern</translation>
    </message>
    <message>
        <source>Change example of %1</source>
        <translation>Beispiel von %1 ändern</translation>
    </message>
    <message>
        <source>Add field %1</source>
        <translation>Feld %1 hinzufügen</translation>
    </message>
    <message>
        <source>Require %1</source>
        <translation>%1 zur Pflicht machen</translation>
    </message>
    <message>
        <source>Make %1 optional</source>
        <translation>%1 freiwillig machen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 verdoppeln</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>%1 in %2 hineinschieben</translation>
    </message>
    <message>
        <source>Move %1 out of %2</source>
        <translation>%1 aus %2 herausschieben</translation>
    </message>
    <message>
        <source>Override %1</source>
        <translation>%1 überschreiben</translation>
    </message>
    <message>
        <source>Add model %1</source>
        <translation>Modell %1 hinzufügen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Inherited from %1. Press F2 to override it here.</source>
        <translation>Geerbt von %1. F2 überschreibt es hier.</translation>
    </message>
    <message>
        <source>%1, refused: %2</source>
        <translation>%1, abgelehnt: %2</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>header %1</source>
        <translation>Kopfzeile %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>Feld hinzufügen…</translation>
    </message>
    <message>
        <source>title*: string 1..80</source>
        <translation>title*: string 1..80</translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <translation>%1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>%1, one place changed</source>
        <translation>%1, eine Stelle geändert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n places changed</source>
        <translation>
            <numerusform>%1, %n Stelle geändert</numerusform>
            <numerusform>%1, %n Stellen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>One other place follows a new name.</source>
        <translation>Eine andere Stelle folgt einem neuen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%n other places follow a new name.</source>
        <translation>
            <numerusform>%n andere Stelle folgt einem neuen Namen.</numerusform>
            <numerusform>%n andere Stellen folgen einem neuen Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>overrides %1</source>
        <translation>überschreibt %1</translation>
    </message>
</context>
<context>
    <name>Design::SchemePage</name>
    <message>
        <source>What clients show to be let in. Routes and dependencies ask for it by its name; without tokens or users below, the mock takes any.</source>
        <translation>Was Clients zeigen, um eingelassen zu werden. Routen und Abhängigkeiten verlangen es unter seinem Namen; ohne Tokens oder Benutzer unten nimmt der Mock jedes.</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Routes that ask for it</source>
        <translation>Routen, die es verlangen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Design::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Design::Section</name>
    <message>
        <source>%1, open</source>
        <translation>%1, offen</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, geschlossen</translation>
    </message>
</context>
<context>
    <name>Design::SecurityKinds</name>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>User name and password (basic)</source>
        <translation>Name und Passwort (Basic)</translation>
    </message>
    <message>
        <source>API key in a header</source>
        <translation>API-Schlüssel in einer Kopfzeile</translation>
    </message>
    <message>
        <source>API key in the query</source>
        <translation>API-Schlüssel in der Abfrage</translation>
    </message>
    <message>
        <source>API key in a cookie</source>
        <translation>API-Schlüssel in einem Cookie</translation>
    </message>
    <message>
        <source>OAuth2: log in with a password, get a token</source>
        <translation>OAuth2: mit Passwort anmelden, Token bekommen</translation>
    </message>
</context>
<context>
    <name>Design::SimpleCondition</name>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist da</translation>
    </message>
</context>
<context>
    <name>Design::SourcePane</name>
    <message>
        <source>OpenAPI source</source>
        <translation>OpenAPI-Quelltext</translation>
    </message>
    <message>
        <source>The design as an OpenAPI document, which can be edited here. F12 opens what the current line says, Esc leaves the text.</source>
        <translation>Der Entwurf als OpenAPI-Dokument, das hier bearbeitet werden kann. F12 öffnet, was in der Zeile steht, Esc verlässt den Text.</translation>
    </message>
    <message>
        <source>Edit the document as text</source>
        <translation>Dokument als Text bearbeiten</translation>
    </message>
    <message>
        <source>Edit %1 as text</source>
        <translation>%1 als Text bearbeiten</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>%1 The design stays as it was.</source>
        <translation>%1 Der Entwurf bleibt, wie er war.</translation>
    </message>
    <message>
        <source>The design was changed here while this text is not finished.</source>
        <translation>Der Entwurf wurde hier geändert, während dieser Text nicht fertig ist.</translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation>&amp;Meinen behalten</translation>
    </message>
    <message>
        <source>Go on with this text; once it is finished, it takes the place of what the design says</source>
        <translation>An diesem Text weiterschreiben; wenn er fertig ist, ersetzt er, was der Entwurf sagt</translation>
    </message>
    <message>
        <source>&amp;Take the Design’s</source>
        <translation>Den des Entwurfs &amp;nehmen</translation>
    </message>
    <message>
        <source>Show what the design says, and forget this text</source>
        <translation>Zeigen, was der Entwurf sagt, und diesen Text vergessen</translation>
    </message>
</context>
<context>
    <name>Design::StorePage</name>
    <message>
        <source>Rows that obey a model. Routes make, read and change them; what they hold now stands below, under Stores.</source>
        <translation>Zeilen, die einem Modell gehorchen. Routen legen sie an, lesen und ändern sie; was jetzt darin ist, steht unten, unter Speicher.</translation>
    </message>
    <message>
        <source>Set by the server</source>
        <translation>Vom Server gesetzt</translation>
    </message>
    <message>
        <source>Rows at the beginning</source>
        <translation>Zeilen zu Beginn</translation>
    </message>
    <message numerus="yes">
        <source>Add %n route(s) at %1</source>
        <translation>
            <numerusform>%n Route unter %1 hinzufügen</numerusform>
            <numerusform>%n Routen unter %1 hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>All routes are there</source>
        <translation>Alle Routen sind da</translation>
    </message>
    <message>
        <source>Add the routes of %1</source>
        <translation>Die Routen von %1 hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Added %n route(s) at %1. Undo takes them back.</source>
        <translation>
            <numerusform>%n Route unter %1 hinzugefügt. Rückgängig nimmt sie zurück.</numerusform>
            <numerusform>%n Routen unter %1 hinzugefügt. Rückgängig nimmt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Design::Suggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Design::TableBlock</name>
    <message>
        <source>All of the row</source>
        <translation>Die ganze Zeile</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
</context>
<context>
    <name>Design::TagModel</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Tag hinzufügen…</translation>
    </message>
    <message>
        <source>items: What the shop sells.</source>
        <translation>items: Was der Laden verkauft.</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Ein Tag braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name of a tag has no comma.</source>
        <translation>Der Name eines Tags hat kein Komma.</translation>
    </message>
    <message>
        <source>There is a tag %1 already.</source>
        <translation>Ein Tag %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Change notes of %1</source>
        <translation>Notizen zu %1 ändern</translation>
    </message>
    <message>
        <source>Add tag %1</source>
        <translation>Tag %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation>Tag %1 entfernen</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
</context>
<context>
    <name>Design::TestsPage</name>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Add Another Request</source>
        <translation>Weitere Anfrage hinzufügen</translation>
    </message>
    <message>
        <source>Each begins with the rows of the file. Run them below, under Tests, or with “menura test”.</source>
        <translation>Jeder beginnt mit den Zeilen der Datei. Ausgeführt werden sie unten, unter Tests, oder mit „menura test“.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>The test goes on with another request</source>
        <translation>Der Test geht mit einer weiteren Anfrage weiter</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Rows that the test begins with</source>
        <translation>Zeilen, mit denen der Test beginnt</translation>
    </message>
    <message>
        <source>Dependencies that do not run</source>
        <translation>Abhängigkeiten, die nicht laufen</translation>
    </message>
    <message>
        <source>Before it runs</source>
        <translation>Bevor er läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n other than usual</source>
        <translation>
            <numerusform>eines anders als sonst</numerusform>
            <numerusform>%n anders als sonst</numerusform>
        </translation>
    </message>
    <message>
        <source>the rows of the file, all dependencies run</source>
        <translation>die Zeilen der Datei, alle Abhängigkeiten laufen</translation>
    </message>
    <message>
        <source>Add a request to a test</source>
        <translation>Einem Test eine Anfrage hinzufügen</translation>
    </message>
</context>
<context>
    <name>DesignActions</name>
    <message>
        <source>, takes %1</source>
        <translation>, nimmt %1</translation>
    </message>
    <message>
        <source>, answers %1</source>
        <translation>, antwortet %1</translation>
    </message>
    <message>
        <source> with status %1</source>
        <translation> mit Status %1</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>Neue Route</translation>
    </message>
    <message>
        <source>New Route %1 %2</source>
        <translation>Neue Route %1 %2</translation>
    </message>
    <message>
        <source>New Model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Deleted %1. Undo brings it back.</source>
        <translation>%1 gelöscht. „Rückgängig“ bringt es wieder.</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 verdoppeln</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>The clipboard holds no route, no model and no JSON.</source>
        <translation>Die Zwischenablage enthält keine Route, kein Modell und kein JSON.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n routes and models</source>
        <translation>
            <numerusform>%n Route oder Modell eingefügt</numerusform>
            <numerusform>%n Routen und Modelle eingefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>New Model from a Sample</source>
        <translation>Neues Modell aus einem Beispiel</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>A route for %1 cannot be added.</source>
        <translation>Eine Route für %1 kann nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Go to its place</source>
        <translation>Zur Stelle gehen</translation>
    </message>
    <message>
        <source>%1: done. Undo takes it back.</source>
        <translation>%1: erledigt. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Nothing can be done about it by itself</source>
        <translation>Von selbst lässt sich nichts dagegen tun</translation>
    </message>
</context>
<context>
    <name>DesignText</name>
    <message>
        <source>The name of the item is missing here.</source>
        <translation>Hier fehlt der Name.</translation>
    </message>
    <message>
        <source>One item is shown here; “%1” is written in the whole document.</source>
        <translation>Hier wird nur eines gezeigt; „%1“ steht im ganzen Dokument.</translation>
    </message>
</context>
<context>
    <name>EditorTabBar</name>
    <message>
        <source>Open editors</source>
        <translation>Offene Bearbeitungen</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Reiter schließen</translation>
    </message>
</context>
<context>
    <name>EditorTabs</name>
    <message>
        <source>About the API</source>
        <translation>Über die API</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Latency and CORS</source>
        <translation>Verzögerung und CORS</translation>
    </message>
    <message>
        <source>What you choose in the list is drawn here. Ctrl+K finds everything.</source>
        <translation>Was in der Liste gewählt wird, wird hier gezeichnet. Strg+K findet alles.</translation>
    </message>
</context>
<context>
    <name>ExampleText</name>
    <message>
        <source>An example of this type is JSON: %1</source>
        <translation>Ein Beispiel dieses Typs ist JSON: %1</translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>Without saving, they are gone.</source>
        <translation>Ohne Speichern sind sie weg.</translation>
    </message>
    <message>
        <source>Do Not Save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>New API</source>
        <translation>Neue API</translation>
    </message>
    <message>
        <source>Open Design</source>
        <translation>Entwurf öffnen</translation>
    </message>
    <message>
        <source>OpenAPI documents (*.yaml *.yml *.json);;All files (*)</source>
        <translation>OpenAPI-Dokumente (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save Design</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>OpenAPI document, YAML (*.yaml *.yml)</source>
        <translation>OpenAPI-Dokument, YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>OpenAPI document, JSON (*.json)</source>
        <translation>OpenAPI-Dokument, JSON (*.json)</translation>
    </message>
    <message>
        <source>OpenAPI 3.1, JSON (*.json)</source>
        <translation>OpenAPI 3.1, JSON (*.json)</translation>
    </message>
    <message>
        <source>OpenAPI 3.0, JSON (*.json)</source>
        <translation>OpenAPI 3.0, JSON (*.json)</translation>
    </message>
    <message>
        <source>Export OpenAPI</source>
        <translation>OpenAPI exportieren</translation>
    </message>
    <message>
        <source>Exported %1, but not all of it can be said in this version: %2</source>
        <translation>%1 exportiert, aber nicht alles lässt sich in dieser Version sagen: %2</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportiert</translation>
    </message>
    <message>
        <source>Export HAR</source>
        <translation>HAR exportieren</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>HTTP-Archiv (*.har)</translation>
    </message>
    <message>
        <source>This design is not part of the program.</source>
        <translation>Dieser Entwurf gehört nicht zum Programm.</translation>
    </message>
    <message>
        <source>Opened a copy: save it where you like</source>
        <translation>Eine Kopie geöffnet: Sie kann überall gespeichert werden</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Exporting %1 …</source>
        <translation>%1 wird exportiert …</translation>
    </message>
    <message>
        <source>Opened %1, converted to OpenAPI 3.1: save it under another name</source>
        <translation>%1 ist geöffnet, umgewandelt in OpenAPI 3.1: bitte unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Unfinished Text</source>
        <translation>Unfertiger Text</translation>
    </message>
    <message>
        <source>The text of %1 is not finished.</source>
        <translation>Der Text von %1 ist nicht fertig.</translation>
    </message>
    <message>
        <source>It says no design yet, so it cannot be saved: once it is closed, it is gone.</source>
        <translation>Er sagt noch keinen Entwurf und kann deshalb nicht gespeichert werden: Einmal geschlossen, ist er weg.</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Go On with It</source>
        <translation>Daran weiterschreiben</translation>
    </message>
    <message>
        <source>Saved %1, without the text of %2: it is not finished</source>
        <translation>%1 gespeichert, ohne den Text von %2: Er ist nicht fertig</translation>
    </message>
    <message>
        <source>Folder of the FastAPI Project</source>
        <translation>Ordner des FastAPI-Projekts</translation>
    </message>
    <message>
        <source>Files in the Way</source>
        <translation>Dateien im Weg</translation>
    </message>
    <message>
        <source>Exported %1. What a FastAPI project cannot do stands in its README; first: %2</source>
        <translation>%1 exportiert. Was ein FastAPI-Projekt nicht kann, steht in seiner README; zuerst: %2</translation>
    </message>
    <message>
        <source>Not saved: another program has changed %1</source>
        <translation>Nicht gespeichert: ein anderes Programm hat %1 geändert</translation>
    </message>
    <message>
        <source>OpenAPI 3.1, YAML (*.yaml *.yml)</source>
        <translation>OpenAPI 3.1, YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>OpenAPI 3.0, YAML (*.yaml *.yml)</source>
        <translation>OpenAPI 3.0, YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Export Documentation</source>
        <translation>Dokumentation exportieren</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Overwrite what people wrote in %1?</source>
        <translation>Überschreiben, was Menschen in %1 geschrieben haben?</translation>
    </message>
    <message>
        <source>Menura did not write these files, or they were changed since:</source>
        <translation>Diese Dateien hat Menura nicht geschrieben, oder sie wurden seither geändert:</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Nothing was written into %1</source>
        <translation>In %1 wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>Export the Map</source>
        <translation>Karte exportieren</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Saving %1 …</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Not saved: %1 is as it was</source>
        <translation>Nicht gespeichert: %1 ist, wie es war</translation>
    </message>
</context>
<context>
    <name>FileGuard</name>
    <message>
        <source>%1 was changed by another program, and it was changed here.</source>
        <translation>%1 wurde von einem anderen Programm geändert, und auch hier.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Another program changed the file, but what is there now cannot be read; what is open stays. %1</source>
        <translation>Ein anderes Programm hat die Datei geändert, aber was jetzt dort steht, kann nicht gelesen werden; was offen ist, bleibt. %1</translation>
    </message>
    <message>
        <source>%1 was changed by another program and read again</source>
        <translation>%1 wurde von einem anderen Programm geändert und neu gelesen</translation>
    </message>
    <message>
        <source>What was changed here is kept until this message is closed.</source>
        <translation>Was hier geändert war, bleibt erhalten, bis diese Meldung geschlossen wird.</translation>
    </message>
    <message>
        <source>Bring Mine Back</source>
        <translation>Meines zurückholen</translation>
    </message>
    <message>
        <source>Bring back what was changed here</source>
        <translation>Zurückholen, was hier geändert war</translation>
    </message>
    <message>
        <source>They differ in words and examples only.</source>
        <translation>Sie unterscheiden sich nur in Worten und Beispielen.</translation>
    </message>
    <message>
        <source>Mine and the File</source>
        <translation>Meines und die Datei</translation>
    </message>
    <message>
        <source>What is different here from the file:</source>
        <translation>Was hier anders ist als in der Datei:</translation>
    </message>
    <message>
        <source>A design</source>
        <translation>Ein Entwurf</translation>
    </message>
    <message>
        <source>%1 has changes that were never saved, from %2.</source>
        <translation>%1 hat Änderungen von %2, die nie gespeichert wurden.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Recover what was not saved</source>
        <translation>Nicht Gespeichertes wiederherstellen</translation>
    </message>
    <message>
        <source>Recovered %1: save it to keep it</source>
        <translation>%1 wiederhergestellt: Speichern behält es</translation>
    </message>
    <message>
        <source>%1 was changed by another program, but what is there now cannot be read: %2 What is open stays.</source>
        <translation>%1 wurde von einem anderen Programm geändert, aber was jetzt dort steht, kann nicht gelesen werden: %2 Was offen ist, bleibt.</translation>
    </message>
    <message>
        <source>Read the files of the design again</source>
        <translation>Dateien des Entwurfs neu lesen</translation>
    </message>
    <message>
        <source>The files of the design were changed by another program and read again</source>
        <translation>Die Dateien des Entwurfs wurden von einem anderen Programm geändert und neu gelesen</translation>
    </message>
    <message>
        <source>%1 is open in another Menura as well. What is saved there is read here, unless it was changed here too.</source>
        <translation>%1 ist auch in einem anderen Menura offen. Was dort gespeichert wird, wird hier gelesen, außer es wurde auch hier geändert.</translation>
    </message>
    <message>
        <source>%1 is gone: it was deleted, moved or renamed. What is open stays until it is closed.</source>
        <translation>%1 ist nicht mehr da: gelöscht, verschoben oder umbenannt. Was offen ist, bleibt, bis es geschlossen wird.</translation>
    </message>
    <message>
        <source>Save It Again</source>
        <translation>Wieder speichern</translation>
    </message>
    <message>
        <source>Saving now writes over what the other program wrote</source>
        <translation>Speichern überschreibt jetzt, was das andere Programm geschrieben hat</translation>
    </message>
    <message>
        <source>Recovered the text of %1 that was typed</source>
        <translation>Der getippte Text von %1 ist wiederhergestellt</translation>
    </message>
    <message>
        <source>Reading %1 again …</source>
        <translation>%1 wird neu gelesen …</translation>
    </message>
    <message>
        <source>Comparing with %1 …</source>
        <translation>%1 wird verglichen …</translation>
    </message>
    <message>
        <source>Recovering %1 …</source>
        <translation>%1 wird wiederhergestellt …</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Draw an API, and have it answer.</source>
        <translation>Eine API zeichnen und antworten lassen.</translation>
    </message>
    <message>
        <source>Menura is free software under the GNU General Public License, version 3, and comes without any warranty.</source>
        <translation>Menura ist freie Software unter der GNU General Public License, Version 3, und kommt ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>source texts</source>
        <translation>Quelltexte</translation>
    </message>
    <message>
        <source>reading YAML</source>
        <translation>YAML lesen</translation>
    </message>
    <message>
        <source>regular expressions</source>
        <translation>reguläre Ausdrücke</translation>
    </message>
    <message>
        <source>icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>documentation at /docs</source>
        <translation>Dokumentation unter /docs</translation>
    </message>
    <message>
        <source>documentation at /redoc</source>
        <translation>Dokumentation unter /redoc</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Auf der Karte</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Walk along the edges</source>
        <translation>Die Linien entlang gehen</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Strg+Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the card</source>
        <translation>Die Karte verschieben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the model</source>
        <translation>Das Modell öffnen</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>Größer, kleiner</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>Leertaste und ziehen</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Die Ansicht verschieben</translation>
    </message>
    <message>
        <source>Select nothing, or give a drag up</source>
        <translation>Nichts auswählen oder ein Ziehen abbrechen</translation>
    </message>
    <message>
        <source>windows, text, network, JavaScript</source>
        <translation>Fenster, Text, Netz, JavaScript</translation>
    </message>
    <message>
        <source>HTTP server</source>
        <translation>HTTP-Server</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Menura itself: GPL-3.0. What it is built with keeps its own terms:</source>
        <translation>Menura selbst: GPL-3.0. Womit es gebaut ist, behält die eigenen Bedingungen:</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Connect the card with another one</source>
        <translation>Die Karte mit einer anderen verbinden</translation>
    </message>
    <message>
        <source>Ctrl+click, Ctrl+A</source>
        <translation>Strg+Klick, Strg+A</translation>
    </message>
    <message>
        <source>Choose more cards, or all of them</source>
        <translation>Weitere Karten wählen, oder alle</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Umschalt und ziehen</translation>
    </message>
    <message>
        <source>Choose the cards in a rectangle</source>
        <translation>Die Karten in einem Rechteck wählen</translation>
    </message>
    <message>
        <source>Add a row below; while typing, take what was typed</source>
        <translation>Eine Zeile darunter hinzufügen; beim Tippen: das Getippte übernehmen</translation>
    </message>
    <message>
        <source>Edit the cell; a letter begins anew</source>
        <translation>Die Zelle bearbeiten; ein Buchstabe beginnt von vorn</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>While typing: on to the next cell</source>
        <translation>Beim Tippen: weiter zur nächsten Zelle</translation>
    </message>
    <message>
        <source>Go through the cells; open and close a row</source>
        <translation>Durch die Zellen gehen; eine Zeile auf- und zuklappen</translation>
    </message>
    <message>
        <source>In an empty new row: one level out</source>
        <translation>In einer leeren neuen Zeile: eine Ebene hinaus</translation>
    </message>
    <message>
        <source>Switch a box, such as “required”</source>
        <translation>Ein Kästchen umschalten, etwa „Pflicht“</translation>
    </message>
    <message>
        <source>All of the row as a form</source>
        <translation>Die ganze Zeile als Formular</translation>
    </message>
    <message>
        <source>Open the model that the field refers to</source>
        <translation>Das Modell öffnen, auf das sich das Feld bezieht</translation>
    </message>
    <message>
        <source>Move the row</source>
        <translation>Die Zeile verschieben</translation>
    </message>
    <message>
        <source>Nest the field into the object above, or take it out</source>
        <translation>Das Feld in das Objekt darüber schachteln oder herausnehmen</translation>
    </message>
    <message>
        <source>Duplicate the row</source>
        <translation>Die Zeile verdoppeln</translation>
    </message>
    <message>
        <source>Copy the row; paste fields, or those that a JSON sample suggests</source>
        <translation>Die Zeile kopieren; Felder einfügen, oder die, die ein JSON-Beispiel nahelegt</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Die Zeile entfernen</translation>
    </message>
    <message>
        <source>Open what the line says</source>
        <translation>Öffnen, wovon die Zeile handelt</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Dasselbe</translation>
    </message>
    <message>
        <source>Leave the text</source>
        <translation>Den Text verlassen</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>In Tabellen</translation>
    </message>
    <message>
        <source>In the OpenAPI text</source>
        <translation>Im OpenAPI-Text</translation>
    </message>
    <message>
        <source>Give up what was typed; right after that, %1 brings it back</source>
        <translation>Das Getippte verwerfen; gleich danach bringt %1 es zurück</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>%1[*] — Menura</source>
        <translation>%1[*] — Menura</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Copied the request as a curl command</source>
        <translation>Die Anfrage ist als curl-Befehl kopiert</translation>
    </message>
    <message>
        <source>Traffic  %L1</source>
        <translation>Verkehr  %L1</translation>
    </message>
    <message>
        <source>Use a Free Port</source>
        <translation>Freien Port nehmen</translation>
    </message>
    <message>
        <source>&amp;Stop Server</source>
        <translation>Server &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Start Server</source>
        <translation>Server &amp;starten</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Den Server stoppen</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Den Server starten</translation>
    </message>
    <message>
        <source>Answering at %1</source>
        <translation>Antwortet unter %1</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Menura</source>
        <translation>Über Menura</translation>
    </message>
    <message>
        <source>Problems  %L1</source>
        <translation>Probleme  %L1</translation>
    </message>
    <message>
        <source>⚠ %L1</source>
        <translation>⚠ %L1</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Tests  %L1 ✗</source>
        <translation>Tests  %L1 ✗</translation>
    </message>
    <message>
        <source>Tests  %L1/%L2</source>
        <translation>Tests  %L1/%L2</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Save the answer of %1 as an example</source>
        <translation>Antwort von %1 als Beispiel speichern</translation>
    </message>
    <message>
        <source>Saved as the example “%1” of %2.</source>
        <translation>Als Beispiel „%1“ von %2 gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Restarted: the stores have the rows of the file</source>
        <translation>Neu gestartet: In den Speichern stehen die Zeilen der Datei</translation>
    </message>
    <message>
        <source>Open the File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>%L1 ✓</source>
        <translation>%L1 ✓</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n bestanden</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 ✗</source>
        <translation>%L1 ✗</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>refers to %1</source>
        <translation>verweist auf %1</translation>
    </message>
    <message>
        <source>+ %L1 more</source>
        <translation>+ %L1 weitere</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation>&amp;Entwurf</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Mock::AcceptorText</name>
    <message>
        <source>Port %1 may not be used by this program. Ports below 1024 are for the administrator; choose another, such as 8000.</source>
        <translation>Port %1 darf dieses Programm nicht benutzen. Ports unter 1024 sind für die Verwaltung; bitte einen anderen wählen, etwa 8000.</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer. Use 127.0.0.1 for this computer only, or 0.0.0.0 for all its addresses.</source>
        <translation>%1 ist keine Adresse dieses Rechners. 127.0.0.1 ist nur für diesen Rechner, 0.0.0.0 für alle seine Adressen.</translation>
    </message>
    <message>
        <source>Cannot listen on port %1 of %2: %3.</source>
        <translation>Port %1 von %2 lässt sich nicht öffnen: %3.</translation>
    </message>
    <message>
        <source>Port %1 on %2 is in use already. Stop the server there or choose another port, such as %3.</source>
        <translation>Port %1 an %2 ist schon belegt. Den Server dort anhalten oder einen anderen Port wählen, etwa %3.</translation>
    </message>
</context>
<context>
    <name>Mock::BodyView</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>Mock::Difference</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>Mock::ExchangeWords</name>
    <message>
        <source>%1 is not allowed here</source>
        <translation>%1 ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 is not allowed here, but %2</source>
        <translation>%1 ist hier nicht erlaubt, aber %2</translation>
    </message>
    <message>
        <source>no such path</source>
        <translation>kein solcher Pfad</translation>
    </message>
    <message>
        <source>no such path, the nearest is %1</source>
        <translation>kein solcher Pfad, der nächste ist %1</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is %2, must %3</source>
        <translation>%1 ist %2 (must %3)</translation>
    </message>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform>, und %n weiterer</numerusform>
            <numerusform>, und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>read body</source>
        <translation>Inhalt lesen</translation>
    </message>
    <message>
        <source>dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>query</source>
        <translation>query</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>response model</source>
        <translation>Antwortmodell</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>The body came without a Content-Type, so it was read as text. JSON wants “Content-Type: application/json”.</source>
        <translation>Der Inhalt kam ohne Content-Type und wurde deshalb als Text gelesen. JSON verlangt „Content-Type: application/json“.</translation>
    </message>
    <message>
        <source>The body came as %1, so it was read as text. JSON wants “Content-Type: application/json”.</source>
        <translation>Der Inhalt kam als %1 und wurde deshalb als Text gelesen. JSON verlangt „Content-Type: application/json“.</translation>
    </message>
    <message>
        <source>a credential that is accepted</source>
        <translation>ein Nachweis, der angenommen wird</translation>
    </message>
    <message>
        <source>waiting for its answer</source>
        <translation>wartet auf die Antwort</translation>
    </message>
    <message>
        <source>its answer is coming in</source>
        <translation>die Antwort kommt herein</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>%1, in flight</source>
        <translation>%1, unterwegs</translation>
    </message>
</context>
<context>
    <name>Mock::RequestPartsModel</name>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Add a parameter or a header…</source>
        <translation>Parameter oder Kopfzeile hinzufügen…</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>name=value or Header: value</source>
        <translation>name=wert oder Kopfzeile: Wert</translation>
    </message>
    <message>
        <source>Type name=value for the query, or Name: value for a header.</source>
        <translation>Schreiben Sie name=wert für die Abfrage oder Name: Wert für eine Kopfzeile.</translation>
    </message>
</context>
<context>
    <name>Mock::RequestSender</name>
    <message>
        <source>There was no answer: %1.</source>
        <translation>Es kam keine Antwort: %1.</translation>
    </message>
</context>
<context>
    <name>Mock::RunProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Mock::Server</name>
    <message>
        <source>The server is running already.</source>
        <translation>Der Server läuft schon.</translation>
    </message>
</context>
<context>
    <name>Mock::ServerBar</name>
    <message>
        <source>Port of the server</source>
        <translation>Port des Servers</translation>
    </message>
    <message>
        <source>Port of the server, 1 to 65535</source>
        <translation>Port des Servers, 1 bis 65535</translation>
    </message>
    <message>
        <source>Start  F5</source>
        <translation>Starten  F5</translation>
    </message>
    <message>
        <source>Stop  F5</source>
        <translation>Stoppen  F5</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Den Server stoppen</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Den Server starten</translation>
    </message>
</context>
<context>
    <name>Mock::StoreRowsModel</name>
    <message>
        <source>Add a row…</source>
        <translation>Zeile hinzufügen…</translation>
    </message>
    <message>
        <source>%1, refused: %2</source>
        <translation>%1, abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1, no row yet: %2</source>
        <translation>%1, noch keine Zeile: %2</translation>
    </message>
    <message>
        <source>the server sets it</source>
        <translation>setzt der Server</translation>
    </message>
    <message>
        <source>The row is gone.</source>
        <translation>Die Zeile ist fort.</translation>
    </message>
    <message>
        <source>an edit of %1</source>
        <translation>eine Änderung an %1</translation>
    </message>
    <message>
        <source>a new row of %1</source>
        <translation>eine neue Zeile von %1</translation>
    </message>
    <message>
        <source>Added the row %1 to %2.</source>
        <translation>Zeile %1 zu %2 hinzugefügt.</translation>
    </message>
    <message>
        <source>No row yet: %1</source>
        <translation>Noch keine Zeile: %1</translation>
    </message>
    <message>
        <source>the removal of %1 %2</source>
        <translation>das Entfernen von %1 %2</translation>
    </message>
    <message>
        <source>Removed the row %1. Step Back brings it back.</source>
        <translation>Zeile %1 entfernt. „Schritt zurück“ holt sie zurück.</translation>
    </message>
</context>
<context>
    <name>Mock::StoresPanel</name>
    <message>
        <source>Step &amp;Back</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>&amp;Restore Snapshot</source>
        <translation>Abbild &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Take S&amp;napshot</source>
        <translation>Abbild auf&amp;nehmen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>All stores get the rows of the file again</source>
        <translation>Alle Speicher bekommen wieder die Zeilen der Datei</translation>
    </message>
    <message>
        <source>Rows of the store</source>
        <translation>Zeilen des Speichers</translation>
    </message>
    <message>
        <source>Nothing has changed a row yet</source>
        <translation>Noch hat nichts eine Zeile geändert</translation>
    </message>
    <message>
        <source>Take back what %1 changed</source>
        <translation>Zurücknehmen, was %1 geändert hat</translation>
    </message>
    <message>
        <source>All stores have the rows of the file again.</source>
        <translation>Alle Speicher haben wieder die Zeilen der Datei.</translation>
    </message>
    <message>
        <source>Took a snapshot of all stores.</source>
        <translation>Ein Abbild aller Speicher ist aufgenommen.</translation>
    </message>
    <message>
        <source>The stores are as they were in the snapshot.</source>
        <translation>Die Speicher sind wie im Abbild.</translation>
    </message>
    <message>
        <source>Took back %1.</source>
        <translation>%1 ist zurückgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>und eine weitere Zeile</numerusform>
            <numerusform>und %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows that the stores of the design hold are shown here.</source>
        <translation>Hier stehen die Zeilen, die in den Speichern des Entwurfs liegen.</translation>
    </message>
    <message>
        <source>New Store</source>
        <translation>Neuer Speicher</translation>
    </message>
</context>
<context>
    <name>Mock::TestsModel</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ bestanden</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ gescheitert</translation>
    </message>
    <message>
        <source>– skipped</source>
        <translation>– übersprungen</translation>
    </message>
    <message>
        <source>generated: %1</source>
        <translation>erzeugt: %1</translation>
    </message>
</context>
<context>
    <name>Mock::TestsPanel</name>
    <message>
        <source>Tests send requests to the design and compare what it answers. Add one under Tests in the navigator, or save a row of the traffic.</source>
        <translation>Tests schicken Anfragen an den Entwurf und vergleichen seine Antworten. Neue kommen in der Übersicht unter Tests dazu oder aus einer Zeile des Verkehrs.</translation>
    </message>
    <message>
        <source>Run &amp;All</source>
        <translation>A&amp;lle ausführen</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) failed.</source>
        <translation>
            <numerusform>%n Test ist gescheitert.</numerusform>
            <numerusform>%n Tests sind gescheitert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) passed.</source>
        <translation>
            <numerusform>%n Test ist bestanden.</numerusform>
            <numerusform>%n Tests sind bestanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 antwortet %2</translation>
    </message>
    <message>
        <source>Save %1 as a test</source>
        <translation>%1 als Test speichern</translation>
    </message>
    <message>
        <source>Saved %1 as a test.</source>
        <translation>%1 ist als Test gespeichert.</translation>
    </message>
    <message>
        <source>R&amp;un Selected</source>
        <translation>Ausgewählte a&amp;usführen</translation>
    </message>
    <message>
        <source>A&amp;ccept Answer</source>
        <translation>Antwort über&amp;nehmen</translation>
    </message>
    <message>
        <source>Why the test failed</source>
        <translation>Warum der Test fehlschlug</translation>
    </message>
    <message>
        <source>From now on the test expects what was answered</source>
        <translation>Von jetzt an erwartet der Test, was geantwortet wurde</translation>
    </message>
    <message>
        <source>Accept the answer of “%1”</source>
        <translation>Antwort von „%1“ übernehmen</translation>
    </message>
    <message>
        <source>“%1” expects now what it was answered.</source>
        <translation>„%1“ erwartet jetzt, was geantwortet wurde.</translation>
    </message>
    <message>
        <source>Run Ge&amp;nerated</source>
        <translation>Er&amp;zeugte ausführen</translation>
    </message>
    <message>
        <source>Also the tests that follow from the design: both sides of every rule</source>
        <translation>Auch die Tests, die aus dem Entwurf folgen: beide Seiten jeder Regel</translation>
    </message>
    <message>
        <source>Cancelled: %L1 of %L2 tests were run.</source>
        <translation>Abgebrochen: %L1 von %L2 Tests wurden ausgeführt.</translation>
    </message>
    <message>
        <source>There are no tests yet: save a request of the traffic as one, or run the generated ones</source>
        <translation>Es gibt noch keine Tests: Eine Anfrage des Verkehrs als Test speichern oder die erzeugten ausführen</translation>
    </message>
</context>
<context>
    <name>Mock::TraceText</name>
    <message>
        <source>the example</source>
        <translation>das Beispiel</translation>
    </message>
    <message>
        <source>the example &quot;%1&quot;</source>
        <translation>das Beispiel „%1“</translation>
    </message>
    <message>
        <source>the example of the list</source>
        <translation>das Beispiel der Liste</translation>
    </message>
    <message>
        <source>what was sent</source>
        <translation>was gesendet wurde</translation>
    </message>
    <message>
        <source>the nearest to a valid value</source>
        <translation>was einem gültigen Wert am nächsten kommt</translation>
    </message>
    <message>
        <source>a made-up value</source>
        <translation>ein ausgedachter Wert</translation>
    </message>
    <message>
        <source>the store %1</source>
        <translation>der Speicher %1</translation>
    </message>
    <message>
        <source>the answer of the design</source>
        <translation>die Antwort des Entwurfs</translation>
    </message>
    <message>
        <source>%1 has no row %2</source>
        <translation>%1 hat keine Zeile %2</translation>
    </message>
    <message>
        <source>no user with this name and password</source>
        <translation>kein Benutzer mit diesem Namen und Passwort</translation>
    </message>
    <message>
        <source>The dependency %1 needs itself.</source>
        <translation>Die Abhängigkeit %1 braucht sich selbst.</translation>
    </message>
    <message>
        <source>%1: replaced by the test</source>
        <translation>%1: vom Test ersetzt</translation>
    </message>
    <message>
        <source>%1: its inputs are not valid</source>
        <translation>%1: ihre Eingaben sind nicht gültig</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>The rule applies: %1</source>
        <translation>Die Regel gilt: %1</translation>
    </message>
    <message>
        <source>%1 applies: %2</source>
        <translation>%1 gilt: %2</translation>
    </message>
    <message>
        <source>the connection ends without an answer</source>
        <translation>die Verbindung endet ohne Antwort</translation>
    </message>
    <message>
        <source>the connection is reset</source>
        <translation>die Verbindung wird abgebrochen</translation>
    </message>
    <message>
        <source>the connection ends in the middle of the answer</source>
        <translation>die Verbindung endet mitten in der Antwort</translation>
    </message>
    <message>
        <source>the body comes at %1 bytes a second</source>
        <translation>der Inhalt kommt mit %1 Bytes in der Sekunde</translation>
    </message>
    <message>
        <source>%1 may not be asked: its host is not in “hosts”.</source>
        <translation>%1 darf nicht gefragt werden: sein Server steht nicht in „hosts“.</translation>
    </message>
    <message>
        <source>%1 is not asked: nobody has allowed it.</source>
        <translation>%1 wird nicht gefragt: niemand hat es erlaubt.</translation>
    </message>
    <message>
        <source>its condition does not hold</source>
        <translation>ihre Bedingung gilt nicht</translation>
    </message>
    <message>
        <source>log: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>ausgeführt: %1</translation>
    </message>
    <message>
        <source>not run: a task before it has failed</source>
        <translation>nicht ausgeführt: eine Aufgabe davor ist gescheitert</translation>
    </message>
    <message>
        <source>%1 (%2 attempts)</source>
        <translation>%1 (%2 Versuche)</translation>
    </message>
    <message>
        <source>The body is too large to be checked.</source>
        <translation>Der Inhalt ist zu groß, um geprüft zu werden.</translation>
    </message>
    <message>
        <source>The design has no %1 %2.</source>
        <translation>Der Entwurf hat kein %1 %2.</translation>
    </message>
    <message>
        <source>%1 ended after %2 bytes: %3</source>
        <translation>%1 endete nach %2 Bytes: %3</translation>
    </message>
    <message>
        <source>redirected to %1</source>
        <translation>umgeleitet nach %1</translation>
    </message>
    <message>
        <source>a preflight request (CORS)</source>
        <translation>eine Voranfrage (CORS)</translation>
    </message>
    <message>
        <source>fails by chance, as the design says</source>
        <translation>scheitert zufällig, wie der Entwurf es sagt</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
</context>
<context>
    <name>Mock::TrafficModel</name>
    <message>
        <source>%1. The rule: %2</source>
        <translation>%1. Die Regel: %2</translation>
    </message>
    <message>
        <source>Request %1 at %2, answered by revision %3 of the design</source>
        <translation>Anfrage %1 um %2, beantwortet von Stand %3 des Entwurfs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>Mock::TrafficPanel</name>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Requests appear here as they are answered.
Ctrl+Enter sends one, and starts the server for it.</source>
        <translation>Anfragen erscheinen hier, sobald sie beantwortet sind.
Strg+Eingabe sendet eine und startet dafür den Server.</translation>
    </message>
    <message>
        <source>Filter the traffic</source>
        <translation>Den Verkehr filtern</translation>
    </message>
    <message>
        <source>Filter: status:4xx path:/items body~text</source>
        <translation>Filter: status:4xx path:/items body~text</translation>
    </message>
    <message>
        <source>Follow the newest request</source>
        <translation>Der neuesten Anfrage folgen</translation>
    </message>
    <message>
        <source>Clear the traffic</source>
        <translation>Den Verkehr leeren</translation>
    </message>
    <message>
        <source>No place of the design is behind this answer.</source>
        <translation>Hinter dieser Antwort steht keine Stelle des Entwurfs.</translation>
    </message>
    <message>
        <source>%1 is no longer part of the design.</source>
        <translation>%1 gehört nicht mehr zum Entwurf.</translation>
    </message>
    <message>
        <source>Hold new requests back until this is released</source>
        <translation>Neue Anfragen zurückhalten, bis dies gelöst wird</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send a Request</source>
        <translation>Eine Anfrage senden</translation>
    </message>
</context>
<context>
    <name>Mock::TryPanel</name>
    <message>
        <source>Send the request to see what happens to it.</source>
        <translation>Anfrage senden, um zu sehen, was mit ihr geschieht.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path and query</source>
        <translation>Pfad und Abfrage</translation>
    </message>
    <message>
        <source>/path?name=value</source>
        <translation>/pfad?name=wert</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the request; starts the server if it is stopped  Ctrl+Enter</source>
        <translation>Die Anfrage senden; startet den Server, falls er steht  Strg+Eingabe</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Fill in a request that the design accepts</source>
        <translation>Eine Anfrage eintragen, die der Entwurf annimmt</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>Regel brechen</translation>
    </message>
    <message>
        <source>Fill in a request that breaks one rule</source>
        <translation>Eine Anfrage eintragen, die eine Regel bricht</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Fill in:</source>
        <translation>Eintragen:</translation>
    </message>
    <message>
        <source>The route has no rule to break</source>
        <translation>Die Route hat keine Regel, die sich brechen ließe</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Send the request as somebody that the design knows</source>
        <translation>Die Anfrage als jemand senden, den der Entwurf kennt</translation>
    </message>
    <message>
        <source>The design names nobody for this route</source>
        <translation>Der Entwurf nennt niemanden für diese Route</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Nobody for %1</source>
        <translation>Niemand für %1</translation>
    </message>
    <message>
        <source>With a wrong token</source>
        <translation>Mit einem falschen Token</translation>
    </message>
    <message>
        <source>With a wrong token for %1</source>
        <translation>Mit einem falschen Token für %1</translation>
    </message>
    <message>
        <source>Parameters and headers</source>
        <translation>Parameter und Kopfzeilen</translation>
    </message>
    <message>
        <source>JSON; what the design knows is offered while typing. Esc leaves the text.</source>
        <translation>JSON; was der Entwurf weiß, wird beim Tippen angeboten. Esc verlässt den Text.</translation>
    </message>
</context>
<context>
    <name>Mock::ViolationsModel</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Bekommen</translation>
    </message>
    <message>
        <source>Go to rule ↵</source>
        <translation>Zur Regel ↵</translation>
    </message>
</context>
<context>
    <name>Mock::WhyView</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Select a request to see what happened to it.</source>
        <translation>Eine Anfrage auswählen, um zu sehen, was mit ihr geschah.</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy a curl command that sends this request again</source>
        <translation>Einen curl-Befehl kopieren, der diese Anfrage noch einmal sendet</translation>
    </message>
    <message>
        <source>Broken rules</source>
        <translation>Verletzte Regeln</translation>
    </message>
    <message>
        <source>%1 ms · revision %2</source>
        <translation>%1 ms · Stand %2</translation>
    </message>
    <message>
        <source>1 rule broken</source>
        <translation>1 Regel verletzt</translation>
    </message>
    <message>
        <source>%L1 rules broken</source>
        <translation>%L1 Regeln verletzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <translation>Schritte: %1</translation>
    </message>
    <message>
        <source>Routes like it: %1</source>
        <translation>Ähnliche Routen: %1</translation>
    </message>
    <message>
        <source>Send the same request to the design as it is now</source>
        <translation>Dieselbe Anfrage an den Entwurf senden, wie er jetzt ist</translation>
    </message>
    <message>
        <source>Create this route</source>
        <translation>Diese Route anlegen</translation>
    </message>
    <message>
        <source>Save as Test</source>
        <translation>Als Test speichern</translation>
    </message>
    <message>
        <source>Add a test that sends this request and expects this answer</source>
        <translation>Einen Test hinzufügen, der diese Anfrage schickt und diese Antwort erwartet</translation>
    </message>
    <message>
        <source>Save as Example</source>
        <translation>Als Beispiel speichern</translation>
    </message>
    <message>
        <source>Add the answer to the examples of this route</source>
        <translation>Die Antwort zu den Beispielen dieser Route hinzufügen</translation>
    </message>
    <message>
        <source>wanted: %1</source>
        <translation>verlangt: %1</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>Go to the Rule</source>
        <translation>Gehe zur Regel</translation>
    </message>
    <message>
        <source>Create This Route</source>
        <translation>Diese Route anlegen</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>since %1 · revision %2</source>
        <translation>seit %1 · Stand %2</translation>
    </message>
</context>
<context>
    <name>NavigatorPane</name>
    <message>
        <source>Filter routes and models</source>
        <translation>Routen und Modelle filtern</translation>
    </message>
    <message>
        <source>Routes and models</source>
        <translation>Routen und Modelle</translation>
    </message>
</context>
<context>
    <name>NewField</name>
    <message>
        <source>Type a name, and after a colon its type if you like: title: string 1..80.</source>
        <translation>Einen Namen tippen, und nach einem Doppelpunkt seinen Typ: title: string 1..80.</translation>
    </message>
</context>
<context>
    <name>Notation</name>
    <message>
        <source>The text that begins with a quotation mark is not closed.</source>
        <translation>Der Text, der mit einem Anführungszeichen beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The name that begins with “`” is not closed.</source>
        <translation>Der Name, der mit „`“ beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The pattern that begins with “/” is not closed with another “/”.</source>
        <translation>Das Muster, das mit „/“ beginnt, ist nicht mit „/“ geschlossen.</translation>
    </message>
    <message>
        <source>A number cannot go on with a letter.</source>
        <translation>Eine Zahl kann nicht mit einem Buchstaben weitergehen.</translation>
    </message>
    <message>
        <source>“%1” means nothing here.</source>
        <translation>„%1“ bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>Type what it is, such as string, int, [Item] or a model&apos;s name.</source>
        <translation>Tippen, was es ist, etwa string, int, [Item] oder der Name eines Modells.</translation>
    </message>
    <message>
        <source>“%1” closes nothing.</source>
        <translation>„%1“ schließt nichts.</translation>
    </message>
    <message>
        <source>“%1” is no rule. Rules are, for example: 1..80, &gt;=0, /^[a-z]+$/, unique, default 3, read-only.</source>
        <translation>„%1“ ist keine Regel. Regeln sind zum Beispiel: 1..80, &gt;=0, /^[a-z]+$/, unique, default 3, read-only.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Say what it is before its limits, such as int %1..</source>
        <translation>Vor den Grenzen steht, was es ist, etwa int %1..</translation>
    </message>
    <message>
        <source>A type is missing.</source>
        <translation>Ein Typ fehlt.</translation>
    </message>
    <message>
        <source>After “%1” a type is missing.</source>
        <translation>Nach „%1“ fehlt ein Typ.</translation>
    </message>
    <message>
        <source>A type cannot begin with “%1”.</source>
        <translation>Ein Typ kann nicht mit „%1“ beginnen.</translation>
    </message>
    <message>
        <source>“%1” is not closed: “%2” is missing.</source>
        <translation>„%1“ ist nicht geschlossen: „%2“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” cannot stand inside “%2 %3”.</source>
        <translation>„%1“ kann nicht in „%2 %3“ stehen.</translation>
    </message>
    <message>
        <source>A list with a type for each place needs OpenAPI 3.1; this design says 3.0.</source>
        <translation>Eine Liste mit einem Typ je Stelle braucht OpenAPI 3.1; dieser Entwurf sagt 3.0.</translation>
    </message>
    <message>
        <source>After “json” comes a JSON value.</source>
        <translation>Nach „json“ kommt ein JSON-Wert.</translation>
    </message>
    <message>
        <source>“dict” has two types in brackets: dict[str, int].</source>
        <translation>„dict“ hat zwei Typen in Klammern: dict[str, int].</translation>
    </message>
    <message>
        <source>There is no model “%1”.</source>
        <translation>Ein Modell „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no model “%1”. Did you mean %2?</source>
        <translation>Ein Modell „%1“ gibt es nicht. Vielleicht %2?</translation>
    </message>
    <message>
        <source>exactly %1</source>
        <translation>genau %1</translation>
    </message>
    <message>
        <source>After “multiple of” comes a number greater than 0.</source>
        <translation>Nach „multiple of“ kommt eine Zahl größer als 0.</translation>
    </message>
    <message>
        <source>After “pattern” comes a pattern, such as /^[a-z]+$/.</source>
        <translation>Nach „pattern“ kommt ein Muster, etwa /^[a-z]+$/.</translation>
    </message>
    <message>
        <source>Did you mean “no other fields”?</source>
        <translation>Vielleicht „no other fields“?</translation>
    </message>
    <message>
        <source>Did you mean “told apart by” and the name of a field?</source>
        <translation>Vielleicht „told apart by“ und der Name eines Felds?</translation>
    </message>
    <message>
        <source>After “exactly” comes a number, or “one”.</source>
        <translation>Nach „exactly“ kommt eine Zahl oder „one“.</translation>
    </message>
    <message>
        <source>After “format” comes its name.</source>
        <translation>Nach „format“ kommt sein Name.</translation>
    </message>
    <message>
        <source>After “by” comes the name of the field that tells them apart.</source>
        <translation>Nach „by“ kommt der Name des Felds, das sie unterscheidet.</translation>
    </message>
    <message>
        <source>Text after “%1” stands in quotation marks: &quot;%2&quot;.</source>
        <translation>Text steht nach „%1“ in Anführungszeichen: &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>“%1” is no JSON value.</source>
        <translation>„%1“ ist kein JSON-Wert.</translation>
    </message>
    <message>
        <source>After “%1” comes a number.</source>
        <translation>Nach „%1“ kommt eine Zahl.</translation>
    </message>
    <message>
        <source>The range %1..%2 is empty: its lower end is the greater one.</source>
        <translation>Der Bereich %1..%2 ist leer: sein unteres Ende ist das größere.</translation>
    </message>
    <message>
        <source>What is %1? Type %1..%1 for exactly that, &gt;=%1 for at least, &lt;=%1 for at most.</source>
        <translation>Was ist %1? %1..%1 heißt genau das, &gt;=%1 mindestens, &lt;=%1 höchstens.</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>fixed values</source>
        <translation>feste Werte</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>the type %1</source>
        <translation>der Typ %1</translation>
    </message>
    <message>
        <source>Limits of %1 stand in that model itself.</source>
        <translation>Grenzen von %1 stehen in jenem Modell selbst.</translation>
    </message>
    <message>
        <source>Limits have no meaning for %1.</source>
        <translation>Grenzen bedeuten für %1 nichts.</translation>
    </message>
    <message>
        <source>%1 is no count: it must be a whole number, 0 or greater.</source>
        <translation>%1 ist keine Anzahl: nötig ist eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Nothing can have fewer than 0.</source>
        <translation>Nichts kann weniger als 0 haben.</translation>
    </message>
    <message>
        <source>“unique” is a rule for lists, not for %1.</source>
        <translation>„unique“ ist eine Regel für Listen, nicht für %1.</translation>
    </message>
    <message>
        <source>A pattern is a rule for text, not for %1.</source>
        <translation>Ein Muster ist eine Regel für Text, nicht für %1.</translation>
    </message>
    <message>
        <source>“multiple of” is a rule for numbers, not for %1.</source>
        <translation>„multiple of“ ist eine Regel für Zahlen, nicht für %1.</translation>
    </message>
    <message>
        <source>A format is a rule for text and numbers, not for %1.</source>
        <translation>Ein Format ist eine Regel für Text und Zahlen, nicht für %1.</translation>
    </message>
    <message>
        <source>“closed” is a rule for objects, not for %1.</source>
        <translation>„closed“ ist eine Regel für Objekte, nicht für %1.</translation>
    </message>
    <message>
        <source>“%1” is a rule for alternatives (A | B), not for %2.</source>
        <translation>„%1“ ist eine Regel für Alternativen (A | B), nicht für %2.</translation>
    </message>
    <message>
        <source>After “%1” comes a value, such as 3, &quot;text&quot; or true.</source>
        <translation>Nach „%1“ kommt ein Wert, etwa 3, &quot;text&quot; oder true.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>Gehe zu beliebigem Ziel</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>About the API</source>
        <translation>Über die API</translation>
    </message>
    <message>
        <source>A route, a model, a field; &gt; and a command; : and the number of a line</source>
        <translation>Eine Route, ein Modell, ein Feld; &gt; und ein Befehl; : und eine Zeilennummer</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Line %1 of the OpenAPI</source>
        <translation>Zeile %1 des OpenAPI-Textes</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
</context>
<context>
    <name>SchemaRows</name>
    <message>
        <source>[others]</source>
        <translation>[sonstige]</translation>
    </message>
    <message>
        <source>[item]</source>
        <translation>[Element]</translation>
    </message>
    <message>
        <source>[more]</source>
        <translation>[weitere]</translation>
    </message>
    <message>
        <source>[value]</source>
        <translation>[Wert]</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What the window remembers for the next time cannot be kept: %1 cannot be written.</source>
        <translation>Was sich das Fenster für das nächste Mal merkt, geht verloren: %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Close what is shown beside the tabs</source>
        <translation>Schließen, was neben den Reitern steht</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>● Not saved</source>
        <translation>● Nicht gespeichert</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ Gespeichert</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%L1 errors</source>
        <translation>%L1 Fehler</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%L1 warnings</source>
        <translation>%L1 Warnungen</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>%L1 hints</source>
        <translation>%L1 Hinweise</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Show the problems of the design</source>
        <translation>Die Probleme des Entwurfs zeigen</translation>
    </message>
    <message>
        <source>Running on port %1</source>
        <translation>Läuft auf Port %1</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Server steht</translation>
    </message>
    <message>
        <source>Show the traffic</source>
        <translation>Den Verkehr zeigen</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Shop</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Items and users of an online shop</source>
        <translation>Artikel und Personen eines Onlineladens</translation>
    </message>
    <message>
        <source>models, rules, made-up answers</source>
        <translation>Modelle, Regeln, erfundene Antworten</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Rows that are made, listed, changed and deleted</source>
        <translation>Zeilen anlegen, auflisten, ändern, löschen</translation>
    </message>
    <message>
        <source>stores, search, references</source>
        <translation>Speicher, Suche, Verweise</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>What a request can bring with it</source>
        <translation>Was eine Anfrage mitbringen kann</translation>
    </message>
    <message>
        <source>paths, queries, headers, cookies, bodies</source>
        <translation>Pfade, Abfragen, Kopfzeilen, Cookies, Inhalte</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Who may do what, with a login and tokens</source>
        <translation>Wer was darf, mit Anmeldung und Token</translation>
    </message>
    <message>
        <source>dependencies, security, scopes</source>
        <translation>Abhängigkeiten, Sicherheit, Scopes</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What is answered when something is in the way</source>
        <translation>Was geantwortet wird, wenn etwas im Weg ist</translation>
    </message>
    <message>
        <source>named errors, error rules</source>
        <translation>benannte Fehler, Fehlerregeln</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Routes that have something in common</source>
        <translation>Routen, die etwas gemeinsam haben</translation>
    </message>
    <message>
        <source>prefixes, tags, inherited dependencies</source>
        <translation>Präfixe, Tags, geerbte Abhängigkeiten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>What goes on after the answer has left</source>
        <translation>Was weitergeht, wenn die Antwort fort ist</translation>
    </message>
    <message>
        <source>background tasks, webhooks</source>
        <translation>Hintergrundaufgaben, Webhooks</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Vorgelagert</translation>
    </message>
    <message>
        <source>Another server is asked, and its answer mapped</source>
        <translation>Ein anderer Server antwortet, übersetzt</translation>
    </message>
    <message>
        <source>upstreams, expressions, samples</source>
        <translation>Vorgelagertes, Ausdrücke, Beispiele</translation>
    </message>
</context>
<context>
    <name>UpstreamConsent</name>
    <message>
        <source>This design asks other servers: %1. May it?</source>
        <translation>Dieser Entwurf fragt andere Server: %1. Darf er das?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>The design may ask %1.</source>
        <translation>Der Entwurf darf %1 fragen.</translation>
    </message>
    <message>
        <source>%1 is not asked until the design is opened again.</source>
        <translation>%1 wird nicht gefragt, bis der Entwurf wieder geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>extends</source>
        <translation>erweitert</translation>
    </message>
    <message>
        <source>extends it</source>
        <translation>erweitert es</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>Test %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Recent designs</source>
        <translation>Zuletzt geöffnete Entwürfe</translation>
    </message>
    <message>
        <source>Menura</source>
        <translation>Menura</translation>
    </message>
    <message>
        <source>Draw an API, and have it answer.</source>
        <translation>Eine API zeichnen und antworten lassen.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>or drop a file on the window</source>
        <translation>oder eine Datei auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Begin with a design that works, and make it yours</source>
        <translation>Mit einem fertigen Entwurf beginnen und ihn zum eigenen machen</translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation>%1 (nicht mehr da)</translation>
    </message>
    <message>
        <source>Begin a New Design</source>
        <translation>Einen neuen Entwurf beginnen</translation>
    </message>
    <message>
        <source>Open an OpenAPI Document</source>
        <translation>Ein OpenAPI-Dokument öffnen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Here the name of a field is missing.</source>
        <translation>Hier fehlt der Name eines Felds.</translation>
    </message>
    <message>
        <source>After the field “%1” comes “:” and its type.</source>
        <translation>Nach dem Feld „%1“ kommt „:“ und sein Typ.</translation>
    </message>
</context>
</TS>
