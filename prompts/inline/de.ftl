### Der Inline-Modus, auf Deutsch. Auf die Knöpfe passen höchstens 60 Zeichen.

inline-how = Tippe einen Link oder Wörter aus Gelesenem
inline-nothing = Davon steht in nichts, was du gelesen hast
inline-slow = Es dauert noch: Wähle es aus oder lies es mit mir
inline-short = Kurz: { $title }
inline-medium = Mittel: { $title }
inline-long = Lang: { $title }
inline-later = Zusammenfassung von { $site }
inline-later-hint = Schick sie gleich ab; die Sätze kommen, sobald ich die Seite gelesen habe.
inline-open = Nutshell dazu fragen
