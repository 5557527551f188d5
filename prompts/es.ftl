### Lo que dice Nutshell, en español.

language-name = Español
list-comma = { ", " }

## Saludo y ayuda

start = ¡Hola! Envíame un enlace, un texto o un archivo y te saco las frases que importan, palabra por palabra. Después pregúntame: cito el pasaje que lo dice, o te digo que no está.

    /help muestra qué más sé hacer.
help = Envíame un enlace (o varios), pega un texto, reenvía una publicación o envía un archivo (PDF, DOCX, EPUB, HTML, Markdown o texto): recibes sus frases principales, cada una con un enlace a su lugar. Lo que escribas después es una pregunta sobre ello. Responde a un resumen anterior para preguntar por ese.
help-more = Puedes elegir el tamaño y el tema de un resumen: «/summarize 3», «/summarize https://… sobre precios». No uso ningún modelo de lenguaje: cada frase que muestro está así, tal cual, en el artículo.
unknown-command = No conozco ese comando. /help muestra los que conozco.
unknown-command-near = No conozco ese comando. ¿Querías decir { $near }? /help muestra los que conozco.

## Comandos, tal como aparecen en el menú

command-summarize = resumir un enlace, un texto o el mensaje al que respondes
command-ask = preguntar por lo que has leído últimamente
command-check = ¿está esta frase en el artículo?
command-keywords = de qué trata el artículo, en pocas palabras
command-articles = lo que has leído
command-search = buscar en todo lo que has leído
command-settings = longitud, aspecto e idioma
command-help = qué sé hacer
command-privacy = qué guardo y cómo borrarlo
command-forget = borrar todo lo tuyo
command-cancel = parar lo que estoy haciendo
command-allow = dejar entrar a alguien
command-deny = quitarle el acceso
command-stats = cuánto me usan
command-broadcast = un mensaje a todos

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = sobre, acerca de, acerca del, acerca
wish-summary-words = resumir, resumen, resume, resúmelo
wish-shorter-words = más corto, demasiado largo
wish-longer-words = más largo, más, demasiado corto
wish-help-words = ayuda, qué puedes hacer, que puedes hacer, qué sabes hacer, que sabes hacer

summarize-usage = Dime qué resumir: «/summarize https://…», o responde a un mensaje con /summarize. Puedes añadir un número de frases o un tema: «/summarize 3 sobre precios».
ask-usage = Escribe tu pregunta después del comando, así: «/ask ¿Quién participa?»
check-usage = Escribe la frase después del comando: «/check Las conversaciones durarán dos días.»
search-usage = Escribe lo que buscas después del comando: «/search cumbre del clima».
cancel-done = Detenido.
cancel-nothing = No hay nada que parar: ahora mismo no estoy haciendo nada para ti.

## While it takes a moment: the only texts that end in “…”

doing-thinking = Un momento …
doing-reading = Leyendo { $what } …
doing-reading-text = Leyendo el texto …
doing-reading-several = { $count ->
    [one] Leyendo la página …
   *[other] Leyendo { $count } páginas …
}
doing-looking = Buscando la respuesta …
doing-archive = Mirando en el archivo web …

## Resúmenes

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } min de lectura
note-partial = El resto es solo para suscriptores; esto viene de la parte que pude leer.
note-pages-pictured = { $count ->
    [1] La página { $pages } es una imagen de texto que no puedo leer.
   *[other] Las páginas { $pages } son imágenes de texto que no puedo leer.
}
note-pages-beyond = Un archivo largo: lo leí hasta la página { $last } de { $all }.
note-archived = Una copia del archivo web, hecha el { DATETIME($day, dateStyle: "medium") }.
note-about = Tema: { $about }
note-about-nothing = Aquí no hay nada sobre «{ $about }»; estas son las frases principales.
untitled = Texto del { DATETIME($day, dateStyle: "medium") }
untitled-source = Texto
text-short = Más corto no puede ser. Envíame un enlace o un texto más largo y saco lo que importa.
sources-left-out = { $count ->
    [one] Leo { $read } a la vez. Envíame el último otra vez, por favor.
   *[other] Leo { $read } a la vez. Envíame los últimos { $count } otra vez, por favor.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = Cambios desde el { DATETIME($day, dateStyle: "medium") }:
news-rewritten = Ahora es otro texto; del anterior apenas queda una frase.
news-altered = { $count ->
    [one] { $count } frase cambiada
   *[other] { $count } frases cambiadas
}
news-added = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
}
news-removed = { $count ->
    [one] { $count } eliminada
   *[other] { $count } eliminadas
}
news-was = Antes:
news-now = Ahora:
news-new = Nuevo:
news-gone = Eliminado:
news-more = { $count ->
    [one] … y un cambio más
   *[other] … y { $count } cambios más
}
again-same = «{ $title }» sigue igual, palabra por palabra.
keywords-title = Palabras clave
keywords-none = Este texto es demasiado corto para tenerlas.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Por qué estas frases
why-line = Frase { $place } de { $total }. Comparte «{ $words }» con { $shared ->
    [one] otra
   *[other] otras { $shared }
}. Más cercana al conjunto que el { $percent } % de las demás.
why-line-alone = Frase { $place } de { $total }. Más cercana al conjunto que el { $percent } % de las demás.

button-shorter = Más corto
button-longer = Más largo
button-again = Releer
button-keywords = Palabras clave
button-ask = Preguntar
button-context = Contexto
button-why = Por qué
button-summary = Volver al resumen
button-archive = Copia archivada
button-archive-of = Copia archivada de { $number }

## Preguntas y respuestas

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = Escribe tu pregunta sin más. Buscaré la respuesta en «{ $title }».
ask-how-group = Responde a este mensaje con tu pregunta. Buscaré la respuesta en «{ $title }».
question-without-article = Todavía no tengo dónde buscar. Envíame primero un enlace, un texto o un archivo y vuelve a preguntar.
# To "thanks!" and "ok", which ask nothing.
remark-taken = De nada. Pregúntame más sobre esto o envíame el siguiente enlace.
remark-noted = Pregúntame más sobre esto o envíame el siguiente enlace.
# To ftp:// and the like.
link-kinds = Leo enlaces que empiezan por https:// o http://. Envíame uno de esos, o el texto o el archivo.
answer-not-found = El artículo no lo dice.
answer-not-found-several = Estos artículos no lo dicen.
answer-nearest = { $count ->
    [one] El pasaje más cercano:
   *[other] Los pasajes más cercanos:
}
answer-language = Idioma del artículo: { $language }. Si preguntas en ese idioma, encuentro más.
place-page = página { $page }
place-paragraph = párrafo { $number } de { $total }
place-text = en el texto
button-context-of = Contexto { $number }
button-answer = Volver a la respuesta
check-exact = Sí, palabra por palabra:
check-near = No del todo. El artículo dice:
check-absent = No, eso no está en el artículo:
check-differing = Está en tu cita, pero no allí: { $words }
search-nothing = Nada de lo que has leído aquí menciona «{ $words }». Prueba con otras palabras o mira /articles.
search-guessed = Quizás quieres decir:

## Lo leído

articles-title = Leído hasta ahora
articles-none = Nada todavía. Envíame un enlace, un texto o un archivo para empezar.
button-newer = Más nuevos
button-older = Más antiguos

## Ajustes

settings-title = Ajustes
settings = ¿Qué longitud y qué aspecto debe tener un resumen al principio, y qué idioma hablo? Una marca señala lo elegido.
choice-short = Corto
choice-medium = Medio
choice-long = Largo
choice-paragraphs = Párrafos
choice-bullets = Lista
choice-locale-auto = Como Telegram

## Privacidad y olvido

privacy = Guardo los artículos que lees aquí, tus últimas preguntas sobre ellos, tus ajustes, y tu ID y tu idioma de Telegram. Todo está en el ordenador de quien lleva este bot. No se lo paso a nadie; solo los sitios que enlazas ven una petición mía. No hay publicidad ni rastreo.

    /forget borra al instante todo lo tuyo.
forget-ask = ¿Borro todo lo que sé de ti: lo que has leído, tus preguntas y tus ajustes? No se puede deshacer.
forget-done = { $count ->
    [0] Hecho. Te he olvidado; no habías leído nada.
    [one] Hecho. Te he olvidado, y también el artículo que habías leído.
   *[other] Hecho. Te he olvidado, y también los { $count } artículos que habías leído.
}
forget-kept = No se ha borrado nada.
button-forget = Borrar todo
button-keep = Conservar

## Lo que se envía pero no se puede leer

cannot-read = { $kind ->
    [photo] No sé leer imágenes. Envíame el texto o un enlace a él.
    [voice] No puedo escuchar mensajes de voz. Escríbeme o envía un enlace.
    [audio] No puedo escuchar audio. Envíame el enlace de un artículo o un texto.
    [video] No puedo ver vídeos. Envíame el enlace de un artículo o una transcripción.
    [video_note] No puedo ver mensajes de vídeo. Escríbeme o envía un enlace.
    [animation] Muy bonito, pero solo leo texto. Envíame el enlace de un artículo.
    [sticker] Muy bonito, pero solo leo texto. Envíame el enlace de un artículo.
    [contact] Eso es un contacto, y yo solo leo artículos. Envíame un enlace o un texto.
    [location] Eso es un lugar en el mapa, y yo solo leo artículos. Envíame un enlace o un texto.
    [venue] Eso es un lugar en el mapa, y yo solo leo artículos. Envíame un enlace o un texto.
    [poll] Yo no voto, solo leo. Envíame el enlace de un artículo o un texto.
    [dice] ¡Buena tirada! Pero solo leo texto. Envíame el enlace de un artículo.
    [game] Yo no juego, solo leo. Envíame el enlace de un artículo.
   *[other] No sé leer ese tipo de mensaje. Envíame un enlace, un texto o un archivo de texto.
}

## Botones que no llevan a nada (en una ventanita; 200 caracteres como mucho)

button-stale = Ya no tengo aquello a lo que pertenece este botón. Envíame otra vez el enlace o el texto.
button-unknown = Este botón ya no hace nada. Envíame otra vez el enlace o el texto.
button-foreign = Este botón es para quien preguntó.

## Cuando no hubo respuesta posible

gave-up-failed = Algo se rompió en mí, y no es culpa tuya (error { $id }). Inténtalo otra vez; si se repite, dale ese número a quien lleva este bot.
gave-up-timed-out = Tardaba demasiado, así que paré. Inténtalo más tarde o pega la parte que importa.
gave-up-cancelled = Detenido, como pediste.

## Errores: qué pasó y qué hacer ahora

error-unexpected = Algo se rompió aquí, y no es culpa tuya. Inténtalo otra vez, por favor.
error-invalid-input = No puedo hacer nada con eso. Envía un enlace, un texto o un archivo de texto.
error-empty-text = Ahí no hay palabras. Envía un enlace, pega un texto o envía un archivo de texto.
error-text-too-long = Ese texto es más largo de lo que puedo leer de una vez ({ $limit } caracteres). Envía una parte.
error-too-complex = Eso está hecho de demasiados trocitos para que lo entienda. Pega la parte que importa.
error-unknown-method = No hay ningún método llamado «{ $method }». Elige uno de estos: { $known }.
error-not-a-language = «{ $language }» no es el código de ningún idioma. Escribe dos letras, como en o es.
error-not-a-link = Parece un enlace, pero no está completo. Cópialo otra vez de la barra de direcciones.
error-unsupported-file = { $kind ->
    [rtf] No sé leer archivos RTF. Ábrelo en un procesador de textos, guárdalo como PDF o DOCX y envía eso.
    [odt] No sé leer archivos OpenDocument. Guárdalo como PDF o DOCX y envía eso.
    [doc] No sé leer archivos antiguos de Word (.doc). Guárdalo como DOCX o PDF y envía eso.
    [sheet] No sé leer hojas de cálculo. Envía un texto o expórtala como PDF.
    [slides] No sé leer diapositivas. Expórtalas como PDF y envía eso.
    [kindle] No sé leer libros de Kindle. Envía el libro como EPUB o pega un capítulo.
    [archive] No abro archivos comprimidos. Descomprímelo y envíame el archivo en sí.
    [image] No sé leer imágenes. Envía el texto como archivo o pégalo.
   *[other] No sé leer ese tipo de archivo. Acepto PDF, DOCX, EPUB, HTML, Markdown y texto sin formato; o pega el texto.
}
error-file-too-large = Ese archivo es demasiado grande: Telegram solo da a los bots archivos de hasta { $limit_mb } MB. Envía una parte, un enlace o el texto mismo.
error-unreadable-file = { $reason ->
    [encrypted] Ese archivo está protegido con contraseña. Envíalo sin ella o pega el texto.
    [scanned] Ese archivo solo contiene imágenes de texto. Envía uno con texto de verdad o pega el texto.
    [empty] No hay texto en ese archivo. Envía otro o pega el texto.
    [drm] Ese libro está protegido contra copia (DRM), así que no puedo abrirlo. Envía uno sin protección o pega un capítulo.
    [bomb] Descomprimido, ese archivo ocupa mucho más de lo que me cabe. Envía la parte que importa o pega el texto.
   *[broken] Ese archivo no se puede abrir; puede que esté dañado. Guárdalo otra vez y envíalo, o pega el texto.
}
error-no-article = Ahí no encontré ningún artículo. Ábrelo tú y pega el texto.
error-fetch-failed = No pude cargar esa página. Inténtalo dentro de unos minutos o pega el texto.
error-address-refused = Solo abro direcciones de la web pública, y esta no lo es. Pega el texto en su lugar.
error-redirect-refused = Ese enlace lleva a algo que no es una página web. Ábrelo tú y envíame la dirección a la que llegues.
error-members-only = Ese enlace lleva a un chat privado de Telegram, que solo pueden abrir sus miembros. Reenvíame el mensaje o pega su texto.
error-page-missing = El sitio dice que esa página no existe. Revisa el enlace o pega el texto.
error-page-forbidden = El sitio no me deja leer esa página. Ábrela tú y pega el texto.
error-server-busy = { $minutes ->
    [one] El sitio está saturado y pide una pausa. Envía el enlace otra vez dentro de un minuto o pega el texto.
   *[other] El sitio está saturado y pide una pausa. Envía el enlace otra vez dentro de { $minutes } minutos o pega el texto.
}
error-server-failed = El sitio tiene problemas propios ahora mismo. Inténtalo dentro de unos minutos o pega el texto.
error-host-unreachable = No consigo llegar a ese sitio. Mira si la dirección tiene una errata o inténtalo más tarde.
error-certificate-refused = Ese sitio no puede demostrar que es quien dice ser: su certificado no es válido. Ábrelo tú y pega el texto.
error-secure-connection = Ese sitio no ofrece una conexión segura de la que pueda fiarme. Ábrelo tú y pega el texto.
error-proxy-failed = Mi propio camino a la web está cerrado: el proxy por el que paso se niega. Pega el texto y avisa a quien lleva este bot.
error-fetch-timeout = El sitio tardó demasiado en responder. Inténtalo más tarde o pega el texto.
error-page-too-large = Esa página es demasiado grande para mí (más de { $limit_mb } MB). Pega la parte que importa.
error-too-many-redirects = Ese enlace da vueltas en círculo. Ábrelo tú y envíame la dirección a la que llegues.
error-not-a-page = Ese enlace lleva a algo sin texto, como una imagen o un vídeo. Envía el enlace de un artículo.
error-not-archived = El archivo web tampoco tiene copia de esa página. Si puedes abrirla, pega el texto o envíala como archivo.
error-work-failed = Con eso no pude. Inténtalo otra vez o pega la parte que importa.
error-work-timeout = Tardaba demasiado, así que paré. Pega la parte que importa.
error-work-too-large = Eso es más de lo que me cabe en la memoria. Pega la parte que importa.
error-worker-died = Se me cayó a medio camino. Envíalo otra vez, por favor.
error-work-crashed = Mi lector se interrumpe con eso cada vez, así que no puedo leerlo con seguridad. Pega la parte que importa.
error-no-reading = Todavía no tengo nada con que trabajar. Envíame primero un enlace, un texto o un archivo.
error-database = { $reason ->
    [newer] La base de datos la escribió una versión más nueva de Nutshell. Actualiza Nutshell o indica otra base de datos.
    [url] Esa no es la dirección de una base de datos. Empieza por sqlite:/// o postgresql://
    [server] No se llega al servidor de la base de datos, o rechaza la conexión. Comprueba que funciona, y el nombre, la contraseña y la base en NUTSHELL_DATABASE.
    [filled] La base de datos nueva ya contiene algo. Indica una vacía.
    [taken] Otro Nutshell ya trabaja con esta base de datos. Detenlo primero o indica otra; varios pueden compartir una en PostgreSQL.
   *[file] La base de datos no se puede abrir o escribir. Revisa su carpeta, sus permisos y el espacio en el disco.
}
error-no-feed = Ahí no encontré ningún feed. Envía la dirección de un feed o de un sitio que anuncie uno.
error-feed-refused = { $reason ->
    [missing] En esa dirección ya no hay nada. Revisa el enlace o envía la dirección del sitio.
    [forbidden] El sitio no me deja leer eso. Si tiene otro feed, envía su dirección.
    [private] Solo abro direcciones de la web pública, y esta no lo es.
    [large] Es demasiado para leerlo como feed. Si el sitio tiene uno más corto, envía su dirección.
   *[other] No pude cargarlo ahora. Mira si la dirección tiene una errata o inténtalo en unos minutos.
}
error-unknown-zone = No conozco ninguna zona horaria llamada «{ $zone }». Di una ciudad o una zona como Europe/Madrid.
error-not-a-time = Ningún reloj marca «{ $time }». Escribe horas y minutos, como «/digest 18:00»; pueden ser varias.
error-chat-gone = Ese chat ya no acepta mensajes del bot.
error-topic-closed = Ese tema está cerrado para el bot. Ábrelo de nuevo o da al bot el permiso de gestionar temas.

## Páginas que no son un artículo

no-article-bot-check = El sitio quiere primero una prueba de que soy humano, y no lo soy. Abre la página y pega el texto.
no-article-cookie-wall = Solo recibí el aviso de cookies del sitio. Abre la página, acepta o rechaza, y pega el texto.
no-article-login = Esa página pide iniciar sesión. Ábrela tú y pega el texto.
no-article-paywall = El artículo es solo para suscriptores; recibí nada más que las primeras líneas. Si puedes abrirlo, pega el texto.
no-article-error-page = El sitio respondió con una página de error en vez de un artículo. Revisa el enlace o pega el texto.
no-article-video = Esa es una página de vídeo, y yo solo leo texto. Envía el enlace de un artículo o pega una transcripción.
no-article-gallery = Esa es una página de imágenes, y yo solo leo texto. Envía el enlace de un artículo.
no-article-home = Esa es la portada de un sitio, con enlaces a muchos artículos. Abre uno y envíame su enlace.
no-article-section = Esa es la página de una sección, con enlaces a muchos artículos. Abre uno y envíame su enlace.
no-article-search = Esa es una página de resultados de búsqueda. Abre uno y envíame su enlace.
no-article-tag = Esa página enumera artículos sobre un tema. Abre uno y envíame su enlace.
no-article-shop = Esa es una página de una tienda, no un artículo. Envía un enlace a algo que se pueda leer.
no-article-forum-index = Esa es una lista de temas de un foro. Abre uno y envíame su enlace.
no-article-directory = Esa página es un directorio de enlaces. Abre uno y envíame su enlace.
no-article-script-page = Esa página está vacía hasta que un navegador la monta, así que no veo texto. Ábrela y pega el texto.
no-article-empty = En esa página no hay texto de ningún artículo. Ábrela tú y pega el texto.

### Grupos y canales

## En los grupos

command-tldr = resumir un enlace, un mensaje o el último enlace de aquí

group-how = Responde a un mensaje con mi nombre o /tldr y resumo aquello a lo que enlaza. Responde a uno de mis resúmenes con una pregunta y busco ahí la respuesta.
group-no-link = No he visto ningún enlace aquí en las últimas 24 horas. Responde a un mensaje con /tldr o escribe el enlace detrás.
group-nothing-to-read = En ese mensaje no hay nada que leer: ni un enlace ni un texto largo.
admins-only = Eso solo lo pueden cambiar los administradores de este chat.

group-settings = ¿Qué hago con los enlaces que se publican aquí? Puedo dejarlos, resumir los que reciban la reacción 👀 o resumirlos todos. Y puedo guardar lo que se comparte aquí para el boletín.
group-settings-topic = ¿Qué hago con los enlaces que se publican en este tema? Puedo dejarlos, resumir los que reciban la reacción 👀 o resumirlos todos. Y puedo guardar lo que se comparte en este grupo para el boletín.
auto-off = Enlaces: nada
auto-ask = Con 👀
auto-on = Todos
auto-everywhere = Igual en todos los temas
keep-shared = Guardar lo compartido para el boletín
keep-names = … con quién lo compartió
keep-how = Entonces también se guarda lo que se dice aquí, tres días y sin nombres, para que /catchup pueda citar lo más comentado.

## Lo que se dice una vez a un administrador

group-deaf = Solo oigo comandos, respuestas a mis mensajes y mensajes que me nombran. Para que vea aquí enlaces y reacciones, hazme administrador.
group-deaf-private = Gracias por llevarme a «{ $title }». Allí solo oigo comandos, respuestas a mis mensajes y mensajes que me nombran: /tldr bajo un enlace funciona. Si quieres que vea también los enlaces que se publican, para un boletín o para resumirlos por mi cuenta, hazme administrador (no hace falta ningún permiso especial) o desactiva mi modo de privacidad en @BotFather y añádeme otra vez. /settings en el grupo muestra qué sé hacer.
group-mute = No puedo escribir en «{ $title }», así que no puedo responder allí. Permíteme enviar mensajes y vuelvo.
group-topic-lost = Un tema de «{ $title }» en el que me preguntaron está cerrado o ya no existe, así que respondí en el tema general del grupo. Para que pueda escribir en temas cerrados, dame permiso para gestionar temas.
group-topics-closed = No pude publicar el boletín en «{ $title }»: su tema está cerrado, y el tema general del grupo también. Vuelve a abrir uno de ellos o dame permiso para gestionar temas.
channel-mute = Soy administrador de «{ $title }», pero no puedo publicar allí. Dame permiso para publicar mensajes y el boletín podrá salir en el canal.

## Canales

command-channels = tus canales: boletín y primeros comentarios
channels = Tus canales. Elige uno o añade otro:
channels-none = Aún no conozco ningún canal que llevemos los dos. Añade uno aquí, o hazme administrador de él y reenvíame una de sus publicaciones.
channels-add = Añadir un canal
channels-choose = Elegir un canal
channels-below = Elige el canal con el botón que está en el lugar de tu teclado.
channels-thanks = Gracias.
channels-private = Los canales se configuran en un chat privado conmigo.
channels-not-yours = Ese canal solo lo pueden configurar sus administradores.
channels-not-in = Todavía no estoy en ese canal. Hazme administrador con permiso para publicar y elígelo otra vez.
channel-title = Canal «{ $title }»
channel-card = Puedo guardar para su boletín los enlaces y textos largos que se publican allí. Si tiene un grupo de debate en el que estoy, puedo escribir un resumen de cada artículo enlazado como primer comentario. El boletín sale en el canal o donde quieras.
channel-comment-deaf = Todavía no veo las publicaciones en el grupo de debate, así que no habrá comentario. Hazme administrador allí; no hace falta ningún permiso especial.
channel-feeds-how = Para que siga feeds, responde a este mensaje con /follow y el enlace de un feed o de un sitio.
channel-keep = Guardar publicaciones para el boletín
channel-comment = Resumen como primer comentario
channel-digest = Boletín del canal

### Boletines y feeds

## Comandos, tal como aparecen en el menú

command-digest = configurar el boletín: cuándo, dónde, qué longitud
command-catchup = lo compartido últimamente, ahora (/catchup 12: horas)
command-compare = qué dicen dos enlaces en común y qué dice solo cada uno
command-follow = seguir un feed o un sitio
command-unfollow = dejar de seguir un feed
command-feeds = qué se sigue aquí

## El boletín y sus ajustes

digest-title = Boletín · { DATETIME($day, dateStyle: "long") }
digest-again = novedades de una historia anterior
digest-also = También en:
digest-shared = { $count ->
    [one] Compartido aquí:
   *[other] Compartido aquí { $count } veces:
}
digest-left-out = { $count ->
    [one] Faltó sitio para una historia más.
   *[other] Faltó sitio para { $count } historias más.
}
digest-heading = Boletín
digest-none = Todavía no hay boletín para «{ $name }».
digest-none-here = Aquí todavía no hay boletín.
digest-how = Reúne lo que se comparte aquí y lo que traen los feeds que sigues con /follow, cuenta cada historia una vez, con sus enlaces, y llega a las horas que elijas. Si no hay nada que contar, no llega nada.
digest-how-channel = Reúne lo que se publica allí y lo que traen los feeds del canal, cuenta cada historia una vez, con sus enlaces, y llega a las horas que elijas. Si no hay nada que contar, no llega nada.
digest-how-private = Reúne lo que traen los feeds que sigues con /follow, cuenta cada historia una vez, con sus enlaces, y llega a las horas que elijas. Si no hay nada que contar, no llega nada.
digest-this-chat = este chat
digest-on = Activar
digest-off = Desactivar
digest-preview = Ver ahora
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = ahora
digest-on-words = sí, activar
digest-off-words = no, desactivar
digest-empty = Ahora mismo no hay nada que contar. Comparte un enlace aquí o sigue un feed con /follow: de un feed cuento lo que salga desde entonces.
digest-empty-private = Ahora mismo no hay nada que contar. Sigue un feed con /follow: cuento lo que salga desde entonces.
digest-when = Cuándo: { $days }, { $times } ({ $zone })
digest-daily = todos los días
digest-weekdays = de lunes a viernes
digest-where = Dónde: { $where }
digest-here = aquí
digest-to-me = a mí, en privado
digest-length = Longitud: { $count ->
    [one] hasta { $count } historia
   *[other] hasta { $count } historias
}
digest-sources = Fuentes: { $sources }
digest-quiet = Silencio de { $start }:00 a { $end }:00; lo que toque entonces llega después
digest-next = Próximo: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = Está desactivado.
digest-when-how = Elige los días y las horas; pueden ser varios.
digest-when-last = Debe quedar al menos un día y una hora.
digest-zone-how = Las horas son las de { $zone }. Para otra ciudad, escribe «/digest» con su nombre, como «/digest Bogotá».
digest-zone-found = Ahora las horas son las de { $zone }. ¿Qué ciudad querías decir?
digest-target-how = ¿Dónde se publica el boletín? En privado solo lo recibes si ya me has escrito allí. Los canales aparecen si los dos somos administradores.
digest-write-first = Aún no puedo escribirte en privado. Abre @{ $bot }, pulsa «Iniciar» y vuelve a elegir esto.
digest-button-when = Cuándo
digest-button-zone = Zona horaria
digest-button-where = Dónde
digest-button-shared = Compartido
digest-button-feeds = Feeds
digest-button-quiet = Silencio de noche
digest-button-pin = Fijar
button-back = Atrás
day-0 = Lun
day-1 = Mar
day-2 = Mié
day-3 = Jue
day-4 = Vie
day-5 = Sáb
day-6 = Dom
doing-digest = Preparando el boletín …
catchup-nothing = { $hours ->
    [one] Que yo sepa, en la última hora no se ha compartido ni publicado nada aquí.
   *[other] Que yo sepa, en las últimas { $hours } horas no se ha compartido ni publicado nada aquí.
}
catchup-how = Sé de lo que se comparte en grupos y canales desde que /digest está activado allí, y de los feeds que se siguen con /follow.
catchup-usage = Escribe tras el comando cuántas horas atrás quieres que mire, de 1 a { $most }: «/catchup 12». Sin número son las últimas { $usual }.
talk-title = Lo más comentado
talk-replies = { $count ->
    [one] una respuesta
   *[other] { $count } respuestas
}
talk-reactions = { $count ->
    [one] una reacción
   *[other] { $count } reacciones
}
compare-usage = Escribe dos enlaces después del comando: «/compare https://… https://…». Muestro qué dicen los dos y qué dice solo uno u otro.
compare-shared = { $count ->
    [2] Ambos dicen:
   *[other] Todos dicen:
}
compare-nothing-shared = No encontré ninguna afirmación en común.
compare-other-languages = Están en idiomas distintos: solo encuentro lo común entre textos de un mismo idioma.
compare-only = Solo { $number } ({ $site }) dice:
button-compare = Comparar

## Feeds

doing-feed = Buscando el feed …
follow-usage = Escribe el enlace de un feed o de un sitio después del comando: «/follow https://…». O responde con /follow a un archivo OPML.
follow-done = Ahora sigo «{ $title }». Lo nuevo de allí llega en el boletín; /digest dice cuándo.
follow-done-off = Ahora sigo «{ $title }». Lo nuevo de allí llega en el boletín, que aquí está desactivado; /digest lo activa.
follow-several = { $count ->
    [0] No pude seguir ninguno.
    [one] Ahora sigo un feed:
   *[other] Ahora sigo { $count } feeds:
}
follow-failed = { $count ->
    [one] Uno no lo pude seguir:
   *[other] { $count } no los pude seguir:
}
follow-later = { $count ->
    [one] A uno todavía no he llegado. Envía lo mismo otra vez y sigo con él.
   *[other] A { $count } todavía no he llegado. Envía lo mismo otra vez y sigo con ellos.
}
unfollow-done = Ya no sigo «{ $title }».
unfollow-unknown = Eso no se sigue aquí. /feeds muestra la lista, con un número para cada feed.
feeds-title = Feeds
feeds-how = Elige un feed por su número para fijarle palabras y un límite, o para dejarlo.
feeds-none = Aquí aún no se sigue nada. Empieza con /follow y un enlace.
feeds-more = { $count ->
    [one] … y uno más
   *[other] … y { $count } más
}
feeds-file = Como archivo (OPML)
feeds-sent = Aquí tienes.
feed-only = Solo con: { $words }
feed-without = Nunca con: { $words }
feed-cap = ¿Cuántas de sus entradas puede haber en un boletín?
feed-how = Para elegir por palabras, escribe «/feeds { $number } +puente -fútbol»: solo llega lo que tiene las palabras con +, y nada de lo que tiene las de -. Sin número, las palabras valen para todos los feeds de aquí.
feed-words-off = Quitar las palabras
feed-drop = Dejar de seguir
feeds-words-set = Estas palabras valen ahora para todos los feeds de aquí.
feed-stopped = El feed «{ $title }» ya no existe o ya no se puede leer. No lo consulto más; /follow con su nueva dirección lo retoma.

### Modo en línea. En los botones caben 60 caracteres.

inline-how = Escribe un enlace o palabras de lo leído
inline-nothing = Nada de lo que has leído lo menciona
inline-slow = Aún tarda: elígelo o léelo conmigo
inline-short = Corto: { $title }
inline-medium = Medio: { $title }
inline-long = Largo: { $title }
inline-later = Resumen de { $site }
inline-later-hint = Envíalo ya; las frases llegan cuando haya leído la página.
inline-open = Preguntar a Nutshell

### Funcionamiento del bot: privacidad, acceso, ritmo, dueños.

## Comandos, tal como aparecen en el menú

command-export = una copia de todo lo que guardo de ti
command-language = qué idioma hablo aquí

## Privacidad

privacy-how-long = Cuánto tiempo: lo que no hayas usado durante { $days ->
    [one] un día
   *[other] { $days } días
} se borra solo, y todo lo tuyo si no has venido en ese tiempo.
privacy-who = Quién lleva este bot:
privacy-owner = su dueño
privacy-hooks = Quien lleva este bot recibe los resúmenes y boletines también en sus propios programas: { $sites }.
privacy-export = /export te da una copia de todo.
export-done = Esto es todo lo que guardo de ti, como archivo para programas (JSON). { $readings ->
    [0] No has leído ningún artículo.
    [one] Incluye el artículo que has leído.
   *[other] Incluye los { $readings } artículos que has leído.
}
export-private = Pídemelo en privado: la copia de lo que guardo de ti es solo para ti.
export-too-large = Lo que guardo de ti es demasiado grande para Telegram. Quien lleva este bot puede darte una copia; /privacy dice quién es.

## Un feed de este chat, para lectores de feeds

command-rss = un feed privado de este chat para tu lector RSS
rss = Lo que se comparte y se lee en «{ $title }», y sus boletines, como feed para lectores RSS:
rss-mine = Lo que lees aquí, y tus boletines, como feed para lectores RSS:
rss-secret = Quien conozca estas direcciones puede leerlo también, así que guárdalas para ti. Con una dirección nueva, las viejas no llevan a nada.
rss-local = De momento solo llega a estas direcciones el ordenador en el que funciono. Quien me lleva puede abrirlas a otros con NUTSHELL_PUBLIC_URL.
rss-no-server = Aquí no hay feeds, porque mi servidor está apagado, como siempre en el chat de prueba. Quien me lleva puede encenderlo con NUTSHELL_LISTEN.
rss-off = El feed está desactivado y sus direcciones no llevan a nada. /rss crea otras.
rss-sent = Tienes las direcciones en privado.
rss-write-first = Las direcciones son solo para administradores, por eso las envío en privado. Escríbeme primero allí y vuelve a pedirlas aquí.
rss-feed = { $title }: enlaces y boletines
rss-feed-mine = Leído con Nutshell
button-rss-new = Nueva dirección
button-rss-off = Desactivar

## El idioma

language-ask = ¿Qué idioma hablo aquí?
language-done = A partir de ahora hablo español aquí.
language-unknown = Ese no lo hablo. Conozco: { $known }

## Ritmo y acceso

rate-wait = Escribes más rápido que { $rate ->
    [one] un mensaje
   *[other] { $rate } mensajes
} por minuto. No se pierde nada: sigo en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
# May show in a small box; at most 200 characters.
access-denied = Este bot es privado. Quien lo lleva puede dejarte entrar; tu número es { $id }.
access-denied-chat = Este bot es privado y por eso calla en «{ $title }». Quien lo lleva puede dejar entrar ese chat; su número es { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = Este bot es privado; tu número es { $id }

## Para los dueños

allow-usage = ¿A quién? Escribe el número de una persona o de un chat después del comando, o responde a uno de sus mensajes. En un grupo, el comando solo se refiere al grupo.
allow-done = { $id } ya puede usarme.
allow-already = { $id } ya podía usarme.
deny-done = { $id } ya no puede usarme. Lo que se ha leído aquí queda hasta que lo borre el tiempo, o `forget { $id }` en la línea de comandos.
deny-unknown = { $id } no tenía acceso.
access-open = Anotado, pero todavía no cambia nada: NUTSHELL_ACCESS está en «open», así que todo el mundo puede usarme. Con «listed» solo pueden aquellos a quienes des acceso.
stats = Personas: { $people } (hoy { $active_day }, en una semana { $active_week }, en un mes { $active_month })
    Grupos y canales: { $groups }
    Artículos leídos: { $readings } (en una semana { $readings_week }), textos guardados: { $texts }
    Feeds: { $feeds }, boletines: { $digests }
    Mensajes en espera: { $waiting }, abandonados: { $set_aside }
    Base de datos: { $megabytes } MB
broadcast-usage = Escribe el mensaje después del comando: «/broadcast El domingo no estaré durante una hora.» Pregunto antes de enviarlo.
broadcast-private = Hagámoslo en privado.
broadcast-too-long = Es demasiado largo: { $limit } caracteres como mucho.
broadcast-nobody = Todavía no hay nadie más que tú a quien enviarlo.
broadcast-ask = { $people ->
    [one] ¿Enviar esto a una persona?
   *[other] ¿Enviar esto a { $people } personas?
}
button-broadcast = Enviar
button-broadcast-drop = No enviar
button-broadcast-stop = Parar
broadcast-dropped = No se ha enviado.
broadcast-begun = Va en camino. Te aviso cuando haya llegado a todos.
broadcast-busy = Hay otro mensaje todavía en camino. /broadcast muestra por dónde va.
broadcast-none = No hay nada que parar.
broadcast-report = { $state ->
    [running] En camino.
    [stopped] Detenido.
   *[done] Terminado.
} Enviados: { $sent }. Fuera de alcance (me bloquearon o nunca me escribieron): { $unreachable }. Fallidos: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = El disco de mi base de datos está casi lleno: quedan { $megabytes } MB. Haz sitio o mueve la base de datos (NUTSHELL_DATABASE). Cuando se llene, no podré recibir nada.
owner-token = Otro programa usa también mi token, así que a cada uno nos llega solo una parte de los mensajes. Detén el otro, o pide un token nuevo a @BotFather y ponlo en NUTSHELL_TOKEN.
owner-webhook = Telegram no puede traer mensajes a mi webhook: { $said } (en espera: { $waiting }). Comprueba que NUTSHELL_WEBHOOK_URL lleva a NUTSHELL_LISTEN, y su certificado.
owner-queue = Los mensajes esperan demasiado una respuesta. En espera: { $waiting }, el más antiguo desde hace { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Quizá mi registro diga por qué. Si simplemente es demasiado, ayudan más NUTSHELL_WORKERS o un ordenador más rápido.
owner-database = No pude acceder a mi base de datos durante { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Ya ha vuelto, y respondo a lo que llegó entretanto. Quizá el registro del servidor de base de datos diga por qué.
owner-hook = { $site } no acepta nada de lo que envío allí (NUTSHELL_HOOKS): { $said }. Lo reintento durante un día. Comprueba la dirección y el programa que hay detrás.

### Questions that an article suggests. The values are the article's own words, as they stand there.

suggest-said = ¿Qué dijo { $name }?
suggest-who = ¿Quién es { $name }?
suggest-year = ¿Qué pasó en { $year }?
suggest-date = ¿Qué pasó { $date }?
suggest-about = ¿Qué dice sobre { $name }?
suggest-name = ¿{ $name }?
# A place with the preposition before it.
suggest-place = ¿Qué pasó { $place }?
# A verb and what is first, only or most of its kind.
suggest-topmost = ¿Qué { $what }?
# What is counted, with the rest of its clause.
suggest-count = ¿Qué cantidad de { $what }?
# What somebody did: the article's words behind the name.
suggest-did = ¿Quién { $what }?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = ¿Qué dice sobre { $what }?

### La página del chat de prueba

trial-title = Nutshell · chat de prueba
trial-chat = Chat con Nutshell
trial-you = Tú
trial-bot = Nutshell
trial-skip = Ir al campo de mensaje
trial-about-title = Prueba Nutshell aquí
trial-about = Nutshell lee artículos por ti. Envíale un enlace, pega un texto o suelta un archivo: responde con las frases que importan, palabra por palabra. Después pregúntale algo sobre el artículo.
trial-about-private = Este es un chat de prueba. Funciona en este ordenador, sin Telegram y sin cuenta. Nada sale del ordenador, salvo que Nutshell abre los enlaces que envías.
trial-commands = Comandos
trial-commands-none = Los comandos aparecen aquí cuando el bot ha arrancado.
trial-example = Un artículo de ejemplo
trial-example-send = Enviar el artículo de ejemplo
trial-example-open = Leerlo tú
trial-example-title = El faro que aprendió a ahorrar
trial-example-lead = Cómo una ciudad portuaria redujo un 92 por ciento la electricidad que gasta su faro.
trial-write = Mensaje
trial-write-hint = Enlace, texto o pregunta
trial-send = Enviar
trial-attach = Adjuntar un archivo
trial-menu = Comandos
trial-reply = Responder
trial-reply-to = Respuesta a { $name }
trial-reply-cancel = No responder a eso
trial-language = Tu idioma
trial-theme-dark = Colores oscuros
trial-restart = Reiniciar el bot
trial-restart-hint = Termina el proceso del bot y lo arranca de nuevo. El chat se conserva.
trial-state-starting = arrancando
trial-state-ready = listo
trial-state-stopping = reiniciando
trial-state-down = se paró de forma inesperada, arranca otra vez
trial-state-offline = sin conexión con el servidor de prueba
trial-typing = escribe
trial-note-died = El bot terminó por sí solo (código de salida { $code }). Se está arrancando de nuevo; lo que envíes lo espera.
trial-note-killed = El bot fue terminado (señal { $signal }). Se está arrancando de nuevo; lo que envíes lo espera.
trial-note-ready = El bot vuelve a funcionar.
trial-forwarded = Mensaje reenviado
trial-quote-open = Mostrar todo
trial-quote-close = Mostrar menos
trial-deleted = Mensaje eliminado
trial-newest = Ir al mensaje más nuevo
trial-drop = Suelta el archivo para enviarlo
trial-edited = editado
trial-close = Cerrar
trial-reacted = Reacción de Nutshell
trial-buttons = Botones de este mensaje
trial-download = Descargar { $name }
trial-open-link = Abrir el lugar en { $site }
trial-size-kb = { $size } kB
trial-size-mb = { $size } MB
trial-message-of = { $name }, { $time }
trial-failed = No funcionó: { $reason }
trial-place = Chat
trial-place-private = Nutshell · chat privado
trial-place-group = grupo
trial-place-channel = canal
trial-topic-general = General
trial-topic-closed = { $name } (cerrado)
trial-speaker = Quién habla
trial-speaker-admin = { $name } (administrador)
trial-speaker-anonymous = { $name } (administrador anónimo)
trial-play = Reloj y permisos:
trial-clock = Adelantar el reloj
trial-clock-hour = 1 hora
trial-clock-half-day = 12 horas
trial-clock-day = 1 día
trial-clock-week = 1 semana
trial-member = Nutshell en este chat
trial-member-left = no está
trial-member-member = miembro
trial-member-administrator = administrador
trial-member-restricted = no puede escribir
trial-member-hint = Eso solo lo puede cambiar un administrador: elige a uno como quien habla.
trial-outside = Nutshell no está en este chat y aquí no oye nada. Añádelo como:
trial-topic = Este tema
trial-topic-name = Nombre de un tema nuevo
trial-topic-open = Abrirlo
trial-topic-close = Cerrar
trial-topic-reopen = Abrir de nuevo
trial-topic-delete = Eliminar
trial-migrate = Este grupo
trial-migrate-do = Convertirlo en supergrupo
trial-privacy = Modo de privacidad
trial-privacy-on = activado
trial-privacy-off = desactivado
trial-privacy-hint = Con él, Nutshell solo ve comandos, respuestas a sus mensajes y menciones, salvo que sea administrador.
trial-service-came = { $name } se unió
trial-service-left = { $name } salió
trial-service-topic = Tema abierto: { $name }
trial-service-shared = Chat elegido: { $name }
trial-service-pinned = Se fijó un mensaje
trial-service-closed = El tema se cerró
trial-service-reopened = El tema vuelve a estar abierto
trial-service-migrated = El grupo es ahora un supergrupo
trial-via = { $name } vía { $bot }
trial-pinned = Fijado
trial-more = Reaccionar o reenviar
trial-forward = Reenviar a Nutshell
trial-results = Resultados
trial-keys = Botones en lugar del teclado
trial-choose-chat = Elegir un chat

### La línea de comandos

cli-trial-ready = El chat de prueba está abierto: { $address }
    Páralo con Ctrl+C.
cli-trial-port-taken = El puerto { $wanted } está ocupado, así que usa el { $port }.
cli-bot-ready = @{ $name } está en marcha. Páralo con Ctrl+C.
cli-server-ready = El estado, las métricas y la API están en { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = No existe ese archivo. Revisa el nombre o da un enlace que empiece por http:// o https://.
cli-is-a-folder = Eso es una carpeta. Nombra los archivos que contiene.
cli-file-unreadable = El archivo no se puede abrir ({ $reason }).
cli-output-failed = La salida no se puede escribir ({ $reason }). Haz sitio en el disco o escríbela en otro lugar.
cli-not-in-article = El artículo no lo dice.
cli-nearest = Los pasajes más cercanos:
cli-ask-prompt = Pregunta (vacía para terminar)
cli-ask-from-pipe = La entrada estándar es aquí el artículo, así que escribe la pregunta después.
cli-reading = Leyendo
cli-digest-empty = No hay nada que contar.
cli-digest-one-form = Elige una entre --markdown, --html y --json.
cli-settings-refused = Nutshell no puede arrancar con estos ajustes:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = No hay ningún ajuste { $name }, así que no hace nada. ¿Querías decir { $near }?
cli-setting-unknown = No hay ningún ajuste { $name }, así que no hace nada.
error-token-refused = Telegram no conoce este token. Cópialo otra vez de @BotFather a NUTSHELL_TOKEN.
error-not-loopback = El chat de prueba no pide iniciar sesión, así que no se puede abrir a otros escuchando en { $host }. Pon NUTSHELL_LISTEN en 127.0.0.1:8090.
error-address-taken = No puedo escuchar en { $address }: { $reason }. Pon en NUTSHELL_LISTEN otra dirección o para el programa que ocupa esta.

setting-token = un token tiene la forma 123456:ABC-DEF, tal como lo da @BotFather
setting-api-url = la dirección de un servidor Bot API empieza por http:// o https://
setting-database = la dirección de una base de datos empieza por sqlite:/// o postgresql://
setting-listen = una dirección de escucha es host:puerto, como 127.0.0.1:8090
setting-webhook-url = la dirección de un webhook tiene la forma https://bot.example.org/telegram
setting-webhook-secret = un secreto consta de 1 a 256 letras A–Z y a–z, cifras, _ y -
setting-webhook-open = cualquiera que llegue a NUTSHELL_LISTEN podría enviarme mensajes en nombre de Telegram; pon NUTSHELL_WEBHOOK_SECRET o escucha en 127.0.0.1
setting-webhook-off = un webhook necesita el servidor; pon NUTSHELL_LISTEN en host:puerto
setting-api-keys = una clave tiene al menos 16 caracteres: letras, cifras y . _ ~ + / -
setting-proxy = un proxy esquiva el control de direcciones; pon NUTSHELL_PROXY_FILTERS=yes si el propio proxy rechaza las privadas
setting-proxy-scheme = para páginas solo sirven los proxys HTTP: la dirección empieza por http:// o https:// (un proxy SOCKS necesita uno HTTP delante)
setting-hooks = la dirección de un hook tiene la forma https://example.org/nutshell
setting-hook-secret = los hooks van firmados; pon NUTSHELL_HOOK_SECRET con al menos 16 caracteres
setting-public-url = la dirección pública del servidor tiene la forma https://bot.example.org
setting-locale = el bot no habla ese idioma; sus idiomas se llaman como los archivos de prompts/, por ejemplo en o es
setting-number = es un número entero de { $least } a { $most }
setting-numbers = son números enteros, separados por comas
setting-choice = es uno de: { $known }
setting-yes-no = es yes o no
setting-networks = las redes se escriben como 192.168.0.0/16, separadas por comas

## Comandos para quien lleva el bot

cli-backup-done = { $path } es una copia completa: { $size } MB, { $people } personas, { $readings } lecturas, tablas de la versión { $revision }. Para restaurarla, para el bot, pon el archivo en el lugar de la base de datos y elimina los archivos -wal y -shm que haya al lado.
cli-backup-no-database = No hay ninguna base de datos en { $path }. NUTSHELL_DATABASE dice dónde está.
cli-backup-server = PostgreSQL hace sus propias copias, también con el bot en marcha: pg_dump --format=custom --file={ $path } DIRECCIÓN. pg_restore las restaura.
cli-backup-exists = { $path } ya existe. Nombra un archivo que no exista.
cli-backup-not-written = No se pudo escribir { $path }: { $reason }. Nombra un archivo en una carpeta que exista, con espacio, y en la que puedas escribir.
cli-backup-broken = La copia no está completa, así que no hay ninguna: { $reason }. Ejecuta doctor y restaura una copia anterior si dice que la base de datos está dañada.
cli-migrate-done = La base de datos está al día: { $people } personas, { $readings } lecturas.
cli-migrate-moved = Todo está ahora en la base de datos nueva: { $people } personas, { $readings } lecturas. Pon su dirección en NUTSHELL_DATABASE y arranca el bot.
cli-migrate-shortened = { $shortened } direcciones largas se encuentran ahora por una forma abreviada; { $skipped } que estaban en ambas formas quedan una sola vez.
cli-token-needed = No se ha hecho nada: lo que se dijo en los grupos se guarda bajo una marca que solo se obtiene con el token del bot. Pon NUTSHELL_TOKEN como para el bot e inténtalo de nuevo.
cli-forget-done = Borrado, con { $count ->
    [one] una lectura
   *[other] { $count } lecturas
}.

doctor-token = Telegram conoce el token: es el de @{ $name }.
doctor-token-missing = No hay token. Pide uno a @BotFather (/newbot) y ponlo en NUTSHELL_TOKEN.
doctor-token-refused = Telegram no conoce el token. Cópialo otra vez de @BotFather (/mybots, API Token) a NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } no responde. Revisa la red y el cortafuegos; donde Telegram esté bloqueado, pon NUTSHELL_API_PROXY.
doctor-groups-on = Se puede añadir a grupos.
doctor-groups-off = No se puede añadir a grupos. Para cambiarlo: @BotFather, /setjoingroups.
doctor-hears-on = En los grupos lo oye todo.
doctor-hears-off = En los grupos solo oye comandos, respuestas y menciones. Para enlaces y reacciones, hazlo administrador allí, o @BotFather, /setprivacy, Disable.
doctor-inline-on = Se le puede preguntar en línea, en cualquier chat.
doctor-inline-off = No se le puede preguntar en línea. Para cambiarlo: @BotFather, /setinline.
doctor-polling = Pide los mensajes a Telegram; en espera allí: { $waiting }.
doctor-webhook = Telegram trae los mensajes al webhook; en espera allí: { $waiting }.
doctor-webhook-left = Telegram lleva los mensajes a { $address }, pero aquí no hay ningún webhook puesto. El bot lo quita al arrancar.
doctor-webhook-other = Telegram lleva los mensajes a { $address }, no a NUTSHELL_WEBHOOK_URL. El bot lo cambia al arrancar; si está en marcha, su registro dice por qué no puede, o un segundo programa tiene este token.
doctor-webhook-failing = Telegram no puede traer mensajes al webhook: { $said } (en espera: { $waiting }). Comprueba que la dirección lleva a NUTSHELL_LISTEN, y su certificado.
doctor-database = La base de datos está entera: { $people } personas, { $readings } lecturas.
doctor-database-new = Aún no hay base de datos; el primer arranque crea { $path }.
doctor-database-server = El servidor de la base de datos no se puede usar: { $reason }. Comprueba que funciona, y el nombre, la contraseña y la base en NUTSHELL_DATABASE.
doctor-database-refused = La base de datos { $path } no se puede abrir: { $reason }. Comprueba que el archivo y su carpeta son del usuario que ejecuta el bot, y que ninguna versión más nueva ha trabajado con ella.
doctor-database-broken = La base de datos está dañada: { $reason }. Detén el bot y restaura la última copia (backup FILE).
doctor-disk = En el disco hay sitio: { $free } GB.
doctor-disk-full = El disco está casi lleno: quedan { $free } GB. Haz sitio o mueve la base de datos (NUTSHELL_DATABASE).
doctor-data = Lo que hace falta para leer está instalado.
doctor-data-missing = Un texto no se puede leer como es debido: { $reason }. Instala el programa otra vez con sus dependencias.
doctor-web = Las páginas se pueden descargar.
doctor-web-unreachable = { $page } no se puede descargar ({ $reason }). Revisa la resolución de nombres, el cortafuegos y, si lo hay, NUTSHELL_PROXY.
