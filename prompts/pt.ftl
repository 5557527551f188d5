### O que o Nutshell diz, em português.

language-name = Português
list-comma = { ", " }

## Saudação e ajuda

start = Olá! Mande um link, um texto ou um arquivo e eu separo as frases que importam, palavra por palavra. Depois pergunte sobre ele: cito o trecho que responde, ou digo que não está lá.

    /help mostra o que mais eu sei fazer.
help = Mande um link (ou vários), cole um texto, encaminhe uma postagem ou mande um arquivo (PDF, DOCX, EPUB, HTML, Markdown ou texto): você recebe as frases principais, cada uma com um link para o seu lugar. O que você escrever depois é uma pergunta sobre ele. Responda a um resumo mais antigo para perguntar sobre aquele.
help-more = Você pode escolher o tamanho e o assunto de um resumo: “/summarize 3”, “/summarize https://… sobre preços”. Não uso nenhum modelo de linguagem: cada frase que mostro está no artigo exatamente assim.
unknown-command = Não conheço esse comando. /help mostra os que conheço.
unknown-command-near = Não conheço esse comando. Você quis dizer { $near }? /help mostra os que conheço.

## Comandos, como aparecem no menu

command-summarize = resumir um link, um texto ou a mensagem respondida
command-ask = perguntar sobre o que você leu há pouco
command-check = esta frase está no artigo?
command-keywords = do que trata o artigo, em poucas palavras
command-articles = o que você leu
command-search = buscar em tudo o que você leu
command-settings = tamanho, aparência e idioma
command-help = o que eu sei fazer
command-privacy = o que eu guardo e como apagar
command-forget = apagar tudo sobre você
command-cancel = parar o que estou fazendo
command-allow = deixar alguém entrar
command-deny = tirar o acesso de alguém
command-stats = quanto me usam
command-broadcast = um recado a todos

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = sobre, acerca de, acerca do, acerca da, acerca
wish-summary-words = resumir, resumo, resuma
wish-shorter-words = mais curto, longo demais
wish-longer-words = mais longo, mais, curto demais
wish-help-words = ajuda, o que você faz, o que você pode fazer, o que você sabe fazer, o que sabes fazer

summarize-usage = Diga o que resumir: “/summarize https://…”, ou responda a uma mensagem com /summarize. Você pode acrescentar um número de frases ou um assunto: “/summarize 3 sobre preços”.
ask-usage = Escreva a pergunta depois do comando, assim: “/ask Quem participa?”
check-usage = Escreva a frase depois do comando: “/check As conversas vão durar dois dias.”
search-usage = Escreva o que procurar depois do comando: “/search cúpula do clima”.
cancel-done = Parei.
cancel-nothing = Não há nada para parar: não estou fazendo nada para você agora.

## While it takes a moment: the only texts that end in “…”

doing-thinking = Um momento …
doing-reading = Lendo { $what } …
doing-reading-text = Lendo o texto …
doing-reading-several = { $count ->
    [one] Lendo a página …
   *[other] Lendo { $count } páginas …
}
doing-looking = Procurando a resposta …
doing-archive = Consultando o arquivo da web …

## Resumos

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } min de leitura
note-partial = O resto é só para assinantes; isto vem da parte que consegui ler.
note-pages-pictured = { $count ->
    [1] A página { $pages } é uma imagem de texto, que não consigo ler.
   *[other] As páginas { $pages } são imagens de texto, que não consigo ler.
}
note-pages-beyond = Um arquivo longo: li até a página { $last } de { $all }.
note-archived = Uma cópia do arquivo da web, feita em { DATETIME($day, dateStyle: "medium") }.
note-about = Assunto: { $about }
note-about-nothing = Aqui não há nada sobre “{ $about }”; estas são as frases principais.
untitled = Texto de { DATETIME($day, dateStyle: "medium") }
untitled-source = Texto
text-short = Mais curto que isso não dá. Mande um link ou um texto maior e eu separo o que importa.
sources-left-out = { $count ->
    [one] Leio { $read } por vez. Mande o último de novo, por favor.
   *[other] Leio { $read } por vez. Mande os últimos { $count } de novo, por favor.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = O que mudou desde { DATETIME($day, dateStyle: "medium") }:
news-rewritten = Agora é outro texto; quase nenhuma frase do antigo ficou.
news-altered = { $count ->
    [one] { $count } frase alterada
   *[other] { $count } frases alteradas
}
news-added = { $count ->
    [one] { $count } nova
   *[other] { $count } novas
}
news-removed = { $count ->
    [one] { $count } removida
   *[other] { $count } removidas
}
news-was = Antes:
news-now = Agora:
news-new = Novo:
news-gone = Removido:
news-more = { $count ->
    [one] … e mais uma mudança
   *[other] … e mais { $count } mudanças
}
again-same = “{ $title }” continua igual, palavra por palavra.
keywords-title = Palavras-chave
keywords-none = Este texto é curto demais para ter palavras-chave.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Por que estas frases
why-line = Frase { $place } de { $total }. Compartilha “{ $words }” com { $shared ->
    [one] outra
   *[other] outras { $shared }
}. Mais próxima do conjunto do que { $percent } % das outras.
why-line-alone = Frase { $place } de { $total }. Mais próxima do conjunto do que { $percent } % das outras.

button-shorter = Mais curto
button-longer = Mais longo
button-again = Reler
button-keywords = Palavras-chave
button-ask = Perguntar
button-context = Contexto
button-why = Por quê
button-summary = Voltar ao resumo
button-archive = Cópia arquivada
button-archive-of = Cópia arquivada de { $number }

## Perguntas e respostas

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = É só escrever a pergunta. Vou procurar a resposta em “{ $title }”.
ask-how-group = Responda a esta mensagem com a sua pergunta. Vou procurar a resposta em “{ $title }”.
question-without-article = Ainda não tenho onde procurar. Mande primeiro um link, um texto ou um arquivo e pergunte de novo.
# To "thanks!" and "ok", which ask nothing.
remark-taken = De nada. Pergunte mais sobre isso ou envie o próximo link.
remark-noted = Pergunte mais sobre isso ou envie o próximo link.
# To ftp:// and the like.
link-kinds = Leio links que começam com https:// ou http://. Envie um desses, ou o próprio texto ou arquivo.
answer-not-found = O artigo não diz isso.
answer-not-found-several = Estes artigos não dizem isso.
answer-nearest = { $count ->
    [one] O trecho mais próximo:
   *[other] Os trechos mais próximos:
}
answer-language = Idioma do artigo: { $language }. Pergunte nesse idioma e eu encontro mais.
place-page = página { $page }
place-paragraph = parágrafo { $number } de { $total }
place-text = no texto
button-context-of = Contexto { $number }
button-answer = Voltar à resposta
check-exact = Sim, palavra por palavra:
check-near = Não exatamente. O artigo diz:
check-absent = Não, isso não está no artigo:
check-differing = Está na sua citação, mas não lá: { $words }
search-nothing = Nada do que você leu aqui menciona “{ $words }”. Tente outras palavras ou veja /articles.
search-guessed = Talvez você queira dizer:

## O que foi lido

articles-title = Lido até agora
articles-none = Nada ainda. Mande um link, um texto ou um arquivo para começar.
button-newer = Mais novos
button-older = Mais antigos

## Ajustes

settings-title = Ajustes
settings = Que tamanho e que aparência um resumo deve ter no início, e que idioma eu falo? Uma marca mostra o que está escolhido.
choice-short = Curto
choice-medium = Médio
choice-long = Longo
choice-paragraphs = Parágrafos
choice-bullets = Lista
choice-locale-auto = Igual ao Telegram

## Privacidade e esquecimento

privacy = Eu guardo os artigos que você lê aqui, suas últimas perguntas sobre eles, seus ajustes, e seu ID e idioma do Telegram. Tudo fica no computador de quem cuida deste bot. Não passo nada a ninguém; só os sites que você manda recebem uma visita minha. Não há anúncios nem rastreamento.

    /forget apaga na hora tudo sobre você.
forget-ask = Apagar tudo o que sei sobre você: o que leu, suas perguntas e seus ajustes? Não dá para desfazer.
forget-done = { $count ->
    [0] Pronto. Esqueci você; não havia nada que tivesse lido.
    [one] Pronto. Esqueci você e o artigo que tinha lido.
   *[other] Pronto. Esqueci você e os { $count } artigos que tinha lido.
}
forget-kept = Nada foi apagado.
button-forget = Apagar tudo
button-keep = Manter

## O que se manda, mas não se pode ler

cannot-read = { $kind ->
    [photo] Não sei ler imagens. Mande o texto ou um link para ele.
    [voice] Não consigo ouvir mensagens de voz. Escreva para mim ou mande um link.
    [audio] Não consigo ouvir áudio. Mande o link de um artigo ou um texto.
    [video] Não consigo ver vídeos. Mande o link de um artigo ou uma transcrição.
    [video_note] Não consigo ver mensagens de vídeo. Escreva para mim ou mande um link.
    [animation] Muito bom, mas só leio texto. Mande o link de um artigo.
    [sticker] Muito bom, mas só leio texto. Mande o link de um artigo.
    [contact] Isso é um contato, e eu só leio artigos. Mande um link ou um texto.
    [location] Isso é um lugar no mapa, e eu só leio artigos. Mande um link ou um texto.
    [venue] Isso é um lugar no mapa, e eu só leio artigos. Mande um link ou um texto.
    [poll] Eu não voto, só leio. Mande o link de um artigo ou um texto.
    [dice] Boa jogada! Mas eu só leio texto. Mande o link de um artigo.
    [game] Eu não jogo, só leio. Mande o link de um artigo.
   *[other] Não sei ler esse tipo de mensagem. Mande um link, um texto ou um arquivo de texto.
}

## Botões que não levam a nada (numa caixinha; no máximo 200 caracteres)

button-stale = Não tenho mais aquilo a que este botão pertence. Mande o link ou o texto de novo.
button-unknown = Este botão não faz mais nada. Mande o link ou o texto de novo.
button-foreign = Este botão é para quem perguntou.

## Quando não houve resposta possível

gave-up-failed = Algo quebrou em mim, e não é culpa sua (erro { $id }). Tente de novo; se acontecer outra vez, passe esse número a quem cuida deste bot.
gave-up-timed-out = Estava demorando demais, então parei. Tente mais tarde ou cole a parte que importa.
gave-up-cancelled = Parei, como você pediu.

## Erros: o que houve e o que fazer

error-unexpected = Algo quebrou aqui, e não é culpa sua. Tente de novo, por favor.
error-invalid-input = Não consigo fazer nada com isso. Mande um link, um texto ou um arquivo de texto.
error-empty-text = Não há palavras aí. Mande um link, cole um texto ou mande um arquivo de texto.
error-text-too-long = Esse texto é maior do que consigo ler de uma vez ({ $limit } caracteres). Mande uma parte.
error-too-complex = Isso é feito de pedacinhos demais para eu entender. Cole a parte que importa.
error-unknown-method = Não existe um método chamado “{ $method }”. Escolha um destes: { $known }.
error-not-a-language = “{ $language }” não é o código de um idioma. Escreva duas letras, como en ou pt.
error-not-a-link = Parece um link, mas não está completo. Copie de novo da barra de endereços.
error-unsupported-file = { $kind ->
    [rtf] Não sei ler arquivos RTF. Abra num editor de texto, salve como PDF ou DOCX e mande esse.
    [odt] Não sei ler arquivos OpenDocument. Salve como PDF ou DOCX e mande esse.
    [doc] Não sei ler arquivos antigos do Word (.doc). Salve como DOCX ou PDF e mande esse.
    [sheet] Não sei ler planilhas. Mande um texto ou exporte como PDF.
    [slides] Não sei ler slides. Exporte como PDF e mande esse.
    [kindle] Não sei ler livros do Kindle. Mande o livro em EPUB ou cole um capítulo.
    [archive] Não abro arquivos compactados. Descompacte e mande o próprio arquivo.
    [image] Não sei ler imagens. Mande o texto como arquivo ou cole.
   *[other] Não sei ler esse tipo de arquivo. Aceito PDF, DOCX, EPUB, HTML, Markdown e texto simples; ou cole o texto.
}
error-file-too-large = Esse arquivo é grande demais: o Telegram só entrega a bots arquivos de até { $limit_mb } MB. Mande uma parte, um link ou o próprio texto.
error-unreadable-file = { $reason ->
    [encrypted] Esse arquivo está trancado com senha. Mande sem ela ou cole o texto.
    [scanned] Esse arquivo só tem imagens de texto. Mande um com texto de verdade ou cole o texto.
    [empty] Não há texto nesse arquivo. Mande outro ou cole o texto.
    [drm] Esse livro é protegido contra cópia (DRM), então não consigo abrir. Mande um sem proteção ou cole um capítulo.
    [bomb] Descompactado, esse arquivo é muito maior do que consigo guardar. Mande a parte que importa ou cole o texto.
   *[broken] Esse arquivo não abre; talvez esteja danificado. Salve de novo e mande, ou cole o texto.
}
error-no-article = Não encontrei nenhum artigo lá. Abra você a página e cole o texto.
error-fetch-failed = Não consegui carregar essa página. Tente daqui a alguns minutos ou cole o texto.
error-address-refused = Só abro endereços da web pública, e esse não é. Cole o texto, então.
error-redirect-refused = Esse link leva a algo que não é uma página da web. Abra você e mande o endereço a que chegar.
error-members-only = Esse link leva a um chat privado do Telegram, que só os membros podem abrir. Encaminhe a mensagem para mim ou cole o texto dela.
error-page-missing = O site diz que essa página não existe. Confira o link ou cole o texto.
error-page-forbidden = O site não me deixa ler essa página. Abra você e cole o texto.
error-server-busy = { $minutes ->
    [one] O site está sobrecarregado e pede uma pausa. Mande o link de novo daqui a um minuto ou cole o texto.
   *[other] O site está sobrecarregado e pede uma pausa. Mande o link de novo daqui a { $minutes } minutos ou cole o texto.
}
error-server-failed = O site está com problemas próprios agora. Tente daqui a alguns minutos ou cole o texto.
error-host-unreachable = Não consigo chegar a esse site. Veja se há erro no endereço ou tente mais tarde.
error-certificate-refused = Esse site não consegue provar que é quem diz ser: o certificado não é válido. Abra você e cole o texto.
error-secure-connection = Esse site não oferece uma conexão segura em que eu possa confiar. Abra você e cole o texto.
error-proxy-failed = O meu próprio caminho para a web está fechado: o proxy por onde passo recusa. Cole o texto e avise quem cuida deste bot.
error-fetch-timeout = O site demorou demais para responder. Tente mais tarde ou cole o texto.
error-page-too-large = Essa página é grande demais para mim (mais de { $limit_mb } MB). Cole a parte que importa.
error-too-many-redirects = Esse link anda em círculos. Abra você e mande o endereço a que chegar.
error-not-a-page = Esse link leva a algo sem texto, como uma imagem ou um vídeo. Mande o link de um artigo.
error-not-archived = O arquivo da web também não tem cópia dessa página. Se você consegue abrir, cole o texto ou mande como arquivo.
error-work-failed = Não dei conta disso. Tente de novo ou cole a parte que importa.
error-work-timeout = Estava demorando demais, então parei. Cole a parte que importa.
error-work-too-large = Isso é mais do que cabe na minha memória. Cole a parte que importa.
error-worker-died = Perdi isso no meio do caminho. Mande de novo, por favor.
error-work-crashed = Meu leitor para nisso todas as vezes, então não consigo ler com segurança. Cole a parte que importa.
error-no-reading = Ainda não tenho em que me basear. Mande primeiro um link, um texto ou um arquivo.
error-database = { $reason ->
    [newer] O banco de dados foi escrito por uma versão mais nova do Nutshell. Atualize o Nutshell ou indique outro banco de dados.
    [url] Isso não é o endereço de um banco de dados. Ele começa com sqlite:/// ou postgresql://
    [server] O servidor do banco de dados não responde ou recusa. Confira se ele está rodando, e o nome, a senha e o banco em NUTSHELL_DATABASE.
    [filled] O novo banco de dados já contém algo. Indique um vazio.
    [taken] Outro Nutshell já está trabalhando com este banco de dados. Encerre-o primeiro ou indique outro; vários podem compartilhar um no PostgreSQL.
   *[file] Não dá para abrir ou gravar o banco de dados. Confira a pasta, as permissões e o espaço no disco.
}
error-no-feed = Não encontrei nenhum feed lá. Mande o endereço de um feed, ou de um site que indique um.
error-feed-refused = { $reason ->
    [missing] Não há mais nada nesse endereço. Confira o link ou mande o endereço do site.
    [forbidden] O site não me deixa ler isso. Se ele tiver outro feed, mande o endereço.
    [private] Só abro endereços da web pública, e esse não é.
    [large] É demais para eu ler como feed. Se o site tiver um mais curto, mande o endereço.
   *[other] Não consegui carregar agora. Veja se há erro no endereço ou tente de novo em alguns minutos.
}
error-unknown-zone = Não conheço um fuso horário chamado “{ $zone }”. Diga uma cidade ou um fuso como America/Sao_Paulo.
error-not-a-time = Nenhum relógio mostra “{ $time }”. Escreva horas e minutos, como “/digest 18:00”; podem ser vários.
error-chat-gone = Esse chat não aceita mais mensagens do bot.
error-topic-closed = Esse tópico está fechado para o bot. Abra-o de novo ou dê ao bot a permissão de gerenciar tópicos.

## Páginas que não são um artigo

no-article-bot-check = O site quer primeiro uma prova de que sou humano, e não sou. Abra a página e cole o texto.
no-article-cookie-wall = Só recebi o aviso de cookies do site. Abra a página, aceite ou recuse, e cole o texto.
no-article-login = Essa página pede login. Abra você e cole o texto.
no-article-paywall = O artigo é só para assinantes; recebi apenas as primeiras linhas. Se você consegue abrir, cole o texto.
no-article-error-page = O site respondeu com uma página de erro em vez de um artigo. Confira o link ou cole o texto.
no-article-video = Essa é uma página de vídeo, e eu só leio texto. Mande o link de um artigo ou cole uma transcrição.
no-article-gallery = Essa é uma página de imagens, e eu só leio texto. Mande o link de um artigo.
no-article-home = Essa é a página inicial de um site, com links para muitos artigos. Abra um deles e mande o link.
no-article-section = Essa é a página de uma seção, com links para muitos artigos. Abra um deles e mande o link.
no-article-search = Essa é uma página de resultados de busca. Abra um deles e mande o link.
no-article-tag = Essa página lista artigos sobre um assunto. Abra um deles e mande o link.
no-article-shop = Essa é uma página de loja, não um artigo. Mande um link para algo que se possa ler.
no-article-forum-index = Essa é uma lista de tópicos de um fórum. Abra um deles e mande o link.
no-article-directory = Essa página é um diretório de links. Abra um deles e mande o endereço.
no-article-script-page = Essa página fica vazia até um navegador montá-la, então não vejo texto. Abra e cole o texto.
no-article-empty = Não há texto de artigo nessa página. Abra você e cole o texto.

### Grupos e canais

## Em grupos

command-tldr = resumir um link, uma mensagem ou o último link daqui

group-how = Responda a uma mensagem com meu nome ou /tldr e eu resumo aquilo para onde ela leva. Responda a um dos meus resumos com uma pergunta e eu procuro a resposta lá.
group-no-link = Não vi nenhum link aqui nas últimas 24 horas. Responda a uma mensagem com /tldr ou escreva o link depois dele.
group-nothing-to-read = Não há nada para ler nessa mensagem: nem link nem um texto maior.
admins-only = Só os administradores deste chat podem mudar isso.

group-settings = O que faço com os links postados aqui? Posso deixá-los em paz, resumir aqueles a que alguém reage com 👀 ou resumir todos. E posso guardar o que se compartilha aqui para o boletim.
group-settings-topic = O que faço com os links postados neste tópico? Posso deixá-los em paz, resumir aqueles a que alguém reage com 👀 ou resumir todos. E posso guardar o que se compartilha neste grupo para o boletim.
auto-off = Links: nada
auto-ask = Com 👀
auto-on = Todos
auto-everywhere = Igual em todos os tópicos
keep-shared = Guardar o compartilhado para o boletim
keep-names = … com quem compartilhou
keep-how = Então também se guarda o que se diz aqui, por três dias e sem nomes, para que /catchup possa citar o que foi mais discutido.

## O que se diz uma vez a um administrador

group-deaf = Só ouço comandos, respostas às minhas mensagens e mensagens que me mencionam. Para eu ver links e reações aqui, me torne administrador.
group-deaf-private = Obrigado por me levar para “{ $title }”. Lá só ouço comandos, respostas às minhas mensagens e mensagens que me mencionam: /tldr embaixo de um link funciona. Se eu também devo ver os links postados, para um boletim ou para resumi-los por conta própria, me torne administrador (não é preciso nenhuma permissão especial), ou desligue meu modo de privacidade no @BotFather e me adicione de novo. /settings no grupo mostra o que sei fazer.
group-mute = Não posso escrever em “{ $title }”, então não consigo responder lá. Permita que eu envie mensagens e eu volto.
group-topic-lost = Um tópico de “{ $title }” em que me perguntaram algo está fechado ou não existe mais, então respondi no tópico geral do grupo. Para eu poder escrever em tópicos fechados, me dê permissão para gerenciar tópicos.
group-topics-closed = Não consegui publicar o boletim em “{ $title }”: o tópico dele está fechado, e o tópico geral do grupo também. Reabra um deles ou me dê permissão para gerenciar tópicos.
channel-mute = Sou administrador de “{ $title }”, mas não posso postar lá. Me dê permissão para postar mensagens e o boletim poderá sair no canal.

## Canais

command-channels = seus canais: boletim e primeiros comentários
channels = Seus canais. Escolha um ou adicione outro:
channels-none = Ainda não conheço nenhum canal de que nós dois cuidamos. Adicione um aqui, ou me torne administrador dele e encaminhe para mim uma das postagens.
channels-add = Adicionar um canal
channels-choose = Escolher um canal
channels-below = Escolha o canal com o botão no lugar do teclado.
channels-thanks = Obrigado.
channels-private = Os canais são configurados num chat privado comigo.
channels-not-yours = Só os administradores desse canal podem configurá-lo.
channels-not-in = Ainda não estou nesse canal. Me torne administrador com permissão para postar e escolha-o de novo.
channel-title = Canal “{ $title }”
channel-card = Posso guardar para o boletim os links e textos longos postados lá. Se houver um grupo de discussão em que eu esteja, posso escrever um resumo de cada artigo como primeiro comentário. O boletim sai no canal ou onde você quiser.
channel-comment-deaf = Ainda não vejo as publicações no grupo de discussão, então não virá comentário. Torne-me administrador lá; nenhuma permissão especial é necessária.
channel-feeds-how = Para ele seguir feeds, responda a esta mensagem com /follow e o link de um feed ou de um site.
channel-keep = Guardar postagens para o boletim
channel-comment = Resumo como primeiro comentário
channel-digest = Boletim do canal

### Boletins e feeds

## Comandos, como aparecem no menu

command-digest = configurar o boletim: quando, onde, que tamanho
command-catchup = o que foi compartilhado há pouco, já (/catchup 12: horas)
command-compare = o que dois links dizem em comum e o que só cada um diz
command-follow = seguir um feed ou um site
command-unfollow = deixar de seguir um feed
command-feeds = o que é seguido aqui

## O boletim e seus ajustes

digest-title = Boletim · { DATETIME($day, dateStyle: "long") }
digest-again = novidade de uma história anterior
digest-also = Também em:
digest-shared = { $count ->
    [one] Compartilhado aqui:
   *[other] Compartilhado aqui { $count } vezes:
}
digest-left-out = { $count ->
    [one] Faltou espaço para mais uma história.
   *[other] Faltou espaço para mais { $count } histórias.
}
digest-heading = Boletim
digest-none = Ainda não há boletim para “{ $name }”.
digest-none-here = Ainda não há boletim aqui.
digest-how = Ele reúne o que se compartilha aqui e o que trazem os feeds que você segue com /follow, conta cada história uma vez, com seus links, e chega nos horários que você escolher. Se não há nada para contar, não chega nada.
digest-how-channel = Ele reúne o que se publica nele e o que trazem os feeds do canal, conta cada história uma vez, com seus links, e chega nos horários que você escolher. Se não há nada para contar, não chega nada.
digest-how-private = Ele reúne o que trazem os feeds que você segue com /follow, conta cada história uma vez, com seus links, e chega nos horários que você escolher. Se não há nada para contar, não chega nada.
digest-this-chat = este chat
digest-on = Ligar
digest-off = Desligar
digest-preview = Ver agora
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = agora
digest-on-words = sim, ligar
digest-off-words = não, desligar
digest-empty = Agora não há nada para contar. Compartilhe um link aqui ou siga um feed com /follow: de um feed eu conto o que sair dali em diante.
digest-empty-private = Agora não há nada para contar. Siga um feed com /follow: eu conto o que sair dali em diante.
digest-when = Quando: { $days }, { $times } ({ $zone })
digest-daily = todos os dias
digest-weekdays = de segunda a sexta
digest-where = Onde: { $where }
digest-here = aqui
digest-to-me = para mim, em privado
digest-length = Tamanho: { $count ->
    [one] até { $count } história
   *[other] até { $count } histórias
}
digest-sources = Fontes: { $sources }
digest-quiet = Silêncio das { $start }:00 às { $end }:00; o que cair nesse tempo chega depois
digest-next = Próximo: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = Está desligado.
digest-when-how = Escolha os dias e as horas; podem ser vários.
digest-when-last = Deve ficar pelo menos um dia e uma hora.
digest-zone-how = Os horários são os de { $zone }. Para outra cidade, escreva “/digest” com o nome dela, como “/digest Recife”.
digest-zone-found = Agora os horários são os de { $zone }. Que cidade você quis dizer?
digest-target-how = Onde o boletim deve sair? Em privado você só recebe se já tiver escrito para mim lá. Os canais aparecem quando nós dois somos administradores.
digest-write-first = Ainda não posso escrever para você em privado. Abra @{ $bot }, toque em “Iniciar” e escolha isto de novo.
digest-button-when = Quando
digest-button-zone = Fuso horário
digest-button-where = Onde
digest-button-shared = Compartilhado
digest-button-feeds = Feeds
digest-button-quiet = Silêncio à noite
digest-button-pin = Fixar
button-back = Voltar
day-0 = Seg
day-1 = Ter
day-2 = Qua
day-3 = Qui
day-4 = Sex
day-5 = Sáb
day-6 = Dom
doing-digest = Montando o boletim …
catchup-nothing = { $hours ->
    [one] Que eu saiba, na última hora nada foi compartilhado nem publicado aqui.
   *[other] Que eu saiba, nas últimas { $hours } horas nada foi compartilhado nem publicado aqui.
}
catchup-how = Sei do que é compartilhado em grupos e canais depois que /digest é ligado ali, e dos feeds seguidos com /follow.
catchup-usage = Escreva depois do comando quantas horas devo olhar para trás, de 1 a { $most }: “/catchup 12”. Sem número, são as últimas { $usual }.
talk-title = Mais discutido
talk-replies = { $count ->
    [one] uma resposta
   *[other] { $count } respostas
}
talk-reactions = { $count ->
    [one] uma reação
   *[other] { $count } reações
}
compare-usage = Escreva dois links depois do comando: “/compare https://… https://…”. Mostro o que os dois dizem e o que só um ou outro diz.
compare-shared = { $count ->
    [2] Ambos dizem:
   *[other] Todos dizem:
}
compare-nothing-shared = Não encontrei nenhuma afirmação em comum.
compare-other-languages = Estão em idiomas diferentes: só encontro o que há em comum entre textos do mesmo idioma.
compare-only = Só { $number } ({ $site }) diz:
button-compare = Comparar

## Feeds

doing-feed = Procurando o feed …
follow-usage = Escreva o link de um feed ou de um site depois do comando: “/follow https://…”. Ou responda com /follow a um arquivo OPML.
follow-done = Agora sigo “{ $title }”. As novidades de lá chegam no boletim; /digest diz quando.
follow-done-off = Agora sigo “{ $title }”. As novidades de lá chegam no boletim, que aqui está desligado; /digest liga-o.
follow-several = { $count ->
    [0] Não consegui seguir nenhum.
    [one] Agora sigo um feed:
   *[other] Agora sigo { $count } feeds:
}
follow-failed = { $count ->
    [one] Um não consegui seguir:
   *[other] { $count } não consegui seguir:
}
follow-later = { $count ->
    [one] A um ainda não cheguei. Envie o mesmo outra vez e eu continuo.
   *[other] A { $count } ainda não cheguei. Envie o mesmo outra vez e eu continuo.
}
unfollow-done = Não sigo mais “{ $title }”.
unfollow-unknown = Isso não é seguido aqui. /feeds mostra a lista, com um número para cada feed.
feeds-title = Feeds
feeds-how = Escolha um feed pelo número para definir palavras e um limite para ele, ou para deixá-lo.
feeds-words-set = Estas palavras agora valem para todos os feeds daqui.
feeds-none = Nada é seguido aqui ainda. Comece com /follow e um link.
feeds-more = { $count ->
    [one] … e mais um
   *[other] … e mais { $count }
}
feeds-file = Como arquivo (OPML)
feeds-sent = Aqui está.
feed-cap = Quantos itens dele podem entrar num boletim?
feed-how = Para escolher por palavras, escreva “/feeds { $number } +ponte -futebol”: só entra o que tem as palavras com +, e nada do que tem as com -. Sem número, as palavras valem para todos os feeds daqui.
feed-only = Só com: { $words }
feed-without = Nunca com: { $words }
feed-words-off = Tirar as palavras
feed-drop = Deixar de seguir
feed-stopped = O feed “{ $title }” não existe mais ou não pode mais ser lido. Não o consulto mais; /follow com o novo endereço o retoma.

### Modo inline. Nos botões cabem 60 caracteres.

inline-how = Digite um link ou palavras do que você leu
inline-nothing = Nada do que você leu menciona isso
inline-slow = Ainda demora: escolha ou leia comigo
inline-short = Curto: { $title }
inline-medium = Médio: { $title }
inline-long = Longo: { $title }
inline-later = Resumo de { $site }
inline-later-hint = Envie já; as frases chegam quando eu tiver lido a página.
inline-open = Perguntar ao Nutshell

### Funcionamento do bot: privacidade, acesso, ritmo, donos.

## Comandos, como aparecem no menu

command-export = uma cópia de tudo o que guardo sobre você
command-language = que idioma eu falo aqui

## Privacidade

privacy-how-long = Por quanto tempo: o que você não usa por { $days ->
    [one] um dia
   *[other] { $days } dias
} se apaga sozinho, e tudo sobre você se não aparecer aqui por esse tempo.
privacy-who = Quem cuida deste bot:
privacy-owner = o dono dele
privacy-hooks = Quem cuida deste bot recebe os resumos e boletins também em programas próprios: { $sites }.
privacy-export = /export dá a você uma cópia de tudo.
export-done = Isto é tudo o que guardo sobre você, como arquivo para programas (JSON). { $readings ->
    [0] Você não leu nenhum artigo.
    [one] O artigo que você leu está nele.
   *[other] Os { $readings } artigos que você leu estão nele.
}
export-private = Peça isso em privado: a cópia do que guardo sobre você é só para você.
export-too-large = O que guardo sobre você é grande demais para o Telegram. Quem cuida deste bot pode dar uma cópia; /privacy diz quem é.

## Um feed deste chat, para leitores de feeds

command-rss = um feed privado deste chat para o seu leitor de RSS
rss = O que se compartilha e se lê em “{ $title }”, e seus boletins, como feed para leitores de RSS:
rss-mine = O que você lê aqui, e seus boletins, como feed para leitores de RSS:
rss-secret = Quem conhece estes endereços também pode ler, então guarde-os para você. Com um endereço novo, os antigos não levam a nada.
rss-local = Por enquanto, só o computador em que funciono chega a estes endereços. Quem cuida de mim pode abri-los a outros com NUTSHELL_PUBLIC_URL.
rss-no-server = Aqui não há feeds, porque meu servidor está desligado, como sempre no chat de teste. Quem cuida de mim pode ligá-lo com NUTSHELL_LISTEN.
rss-off = O feed está desligado, e seus endereços não levam a nada. /rss cria novos.
rss-sent = Os endereços estão no seu chat privado.
rss-write-first = Os endereços são só para administradores, por isso eu mando em privado. Escreva primeiro para mim lá e peça aqui de novo.
rss-feed = { $title }: links e boletins
rss-feed-mine = Lido com o Nutshell
button-rss-new = Novo endereço
button-rss-off = Desligar

## O idioma

language-ask = Que idioma devo falar aqui?
language-done = De agora em diante falo português aqui.
language-unknown = Esse eu não falo. Conheço: { $known }

## Ritmo e acesso

rate-wait = Você escreve mais rápido que { $rate ->
    [one] uma mensagem
   *[other] { $rate } mensagens
} por minuto. Nada se perde: continuo em { $seconds ->
    [one] um segundo
   *[other] { $seconds } segundos
}.
# May show in a small box; at most 200 characters.
access-denied = Este bot é privado. Quem cuida dele pode deixar você entrar; seu número é { $id }.
access-denied-chat = Este bot é privado e por isso fica calado em “{ $title }”. Quem cuida dele pode deixar esse chat entrar; o número é { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = Este bot é privado; seu número é { $id }

## Para os donos

allow-usage = Quem? Escreva o número de uma pessoa ou de um chat depois do comando, ou responda a uma das mensagens. Num grupo, o comando sozinho vale para o grupo.
allow-done = { $id } já pode me usar.
allow-already = { $id } já podia me usar.
deny-done = { $id } não pode mais me usar. O que foi lido aqui fica até o tempo apagar, ou `forget { $id }` na linha de comando.
deny-unknown = { $id } não tinha acesso.
access-open = Anotado, mas por enquanto não muda nada: NUTSHELL_ACCESS está em “open”, então todos podem me usar. Com “listed”, só podem aqueles a quem você der acesso.
stats = Pessoas: { $people } (hoje { $active_day }, em uma semana { $active_week }, em um mês { $active_month })
    Grupos e canais: { $groups }
    Artigos lidos: { $readings } (em uma semana { $readings_week }), textos guardados: { $texts }
    Feeds: { $feeds }, boletins: { $digests }
    Mensagens esperando: { $waiting }, abandonadas: { $set_aside }
    Banco de dados: { $megabytes } MB
broadcast-usage = Escreva a mensagem depois do comando: “/broadcast No domingo fico fora por uma hora.” Pergunto antes de enviar.
broadcast-private = Vamos fazer isso em privado.
broadcast-too-long = É longo demais: no máximo { $limit } caracteres.
broadcast-nobody = Além de você, ainda não há ninguém a quem enviar.
broadcast-ask = { $people ->
    [one] Enviar isto a uma pessoa?
   *[other] Enviar isto a { $people } pessoas?
}
button-broadcast = Enviar
button-broadcast-drop = Não enviar
button-broadcast-stop = Parar
broadcast-dropped = Não enviado.
broadcast-begun = Está a caminho. Aviso quando chegar a todos.
broadcast-busy = Outra mensagem ainda está a caminho. /broadcast mostra até onde foi.
broadcast-none = Não há nada para parar.
broadcast-report = { $state ->
    [running] A caminho.
    [stopped] Parado.
   *[done] Pronto.
} Enviadas: { $sent }. Fora de alcance (me pararam ou nunca escreveram para mim): { $unreachable }. Falharam: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = O disco do meu banco de dados está quase cheio: restam { $megabytes } MB. Abra espaço ou mova o banco de dados (NUTSHELL_DATABASE). Quando encher, não consigo receber mais nada.
owner-token = Outro programa também usa o meu token, então cada um de nós recebe só uma parte das mensagens. Pare o outro, ou peça um token novo ao @BotFather e defina NUTSHELL_TOKEN.
owner-webhook = O Telegram não consegue trazer mensagens ao meu webhook: { $said } (esperando: { $waiting }). Confira se NUTSHELL_WEBHOOK_URL leva a NUTSHELL_LISTEN, e o certificado.
owner-queue = As mensagens esperam resposta por tempo demais. Esperando: { $waiting }, a mais antiga há { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}. Talvez meu registro diga por quê. Se for simplesmente demais, ajudam mais NUTSHELL_WORKERS ou um computador mais rápido.
owner-database = Meu banco de dados ficou inacessível por { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}. Ele voltou, e estou respondendo ao que chegou nesse tempo. Talvez o registro do servidor do banco de dados diga por quê.
owner-hook = { $site } não aceita nada do que mando para lá (NUTSHELL_HOOKS): { $said }. Vou tentar por um dia. Confira o endereço e o programa por trás dele.

### Questions that an article suggests. The values are the article's own words, as they stand there.

suggest-said = O que disse { $name }?
suggest-who = Quem é { $name }?
suggest-year = O que aconteceu em { $year }?
suggest-date = O que aconteceu { $date }?
suggest-about = O que se diz sobre { $name }?
suggest-name = { $name }?
# A place with the preposition before it.
suggest-place = O que aconteceu { $place }?
# A verb and what is first, only or most of its kind.
suggest-topmost = O que { $what }?
# What is counted, with the rest of its clause.
suggest-count = Qual é o número de { $what }?
# What somebody did: the article's words behind the name.
suggest-did = Quem { $what }?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = O que se diz sobre { $what }?

### A página do chat de teste

trial-title = Nutshell · chat de teste
trial-chat = Chat com o Nutshell
trial-you = Você
trial-bot = Nutshell
trial-skip = Ir para o campo de mensagem
trial-about-title = Experimente o Nutshell aqui
trial-about = O Nutshell lê artigos para você. Mande um link, cole um texto ou solte um arquivo: ele responde com as frases que importam, palavra por palavra. Depois pergunte algo sobre o artigo.
trial-about-private = Este é um chat de teste. Ele funciona neste computador, sem Telegram e sem conta. Nada sai do computador, a não ser que o Nutshell abre os links que você manda.
trial-commands = Comandos
trial-commands-none = Os comandos aparecem aqui quando o bot tiver iniciado.
trial-example = Um artigo de exemplo
trial-example-send = Mandar o artigo de exemplo
trial-example-open = Ler você mesmo
trial-example-title = O farol que aprendeu a economizar
trial-example-lead = Como uma cidade portuária cortou em 92 por cento a energia do seu farol.
trial-write = Mensagem
trial-write-hint = Link, texto ou pergunta
trial-send = Enviar
trial-attach = Anexar um arquivo
trial-menu = Comandos
trial-reply = Responder
trial-reply-to = Resposta a { $name }
trial-reply-cancel = Não responder a isso
trial-language = Seu idioma
trial-theme-dark = Cores escuras
trial-restart = Reiniciar o bot
trial-restart-hint = Encerra o processo do bot e o inicia de novo. O chat fica.
trial-state-starting = iniciando
trial-state-ready = pronto
trial-state-stopping = reiniciando
trial-state-down = parou de repente, iniciando de novo
trial-state-offline = sem conexão com o servidor de teste
trial-typing = digitando
trial-note-died = O bot encerrou sozinho (código de saída { $code }). Está sendo iniciado de novo; o que você mandar espera por ele.
trial-note-killed = O bot foi encerrado à força (sinal { $signal }). Está sendo iniciado de novo; o que você mandar espera por ele.
trial-note-ready = O bot está funcionando de novo.
trial-forwarded = Mensagem encaminhada
trial-quote-open = Mostrar tudo
trial-quote-close = Mostrar menos
trial-deleted = Mensagem apagada
trial-newest = Ir para a mensagem mais nova
trial-drop = Solte o arquivo para enviar
trial-edited = editada
trial-close = Fechar
trial-reacted = Reação do Nutshell
trial-buttons = Botões desta mensagem
trial-download = Baixar { $name }
trial-open-link = Abrir o lugar em { $site }
trial-size-kb = { $size } kB
trial-size-mb = { $size } MB
trial-message-of = { $name }, { $time }
trial-failed = Não deu certo: { $reason }
trial-place = Chat
trial-place-private = Nutshell · chat privado
trial-place-group = grupo
trial-place-channel = canal
trial-topic-general = Geral
trial-topic-closed = { $name } (fechado)
trial-speaker = Quem fala
trial-speaker-admin = { $name } (administrador)
trial-speaker-anonymous = { $name } (administrador anônimo)
trial-play = Relógio e permissões:
trial-clock = Adiantar o relógio
trial-clock-hour = 1 hora
trial-clock-half-day = 12 horas
trial-clock-day = 1 dia
trial-clock-week = 1 semana
trial-member = O Nutshell neste chat
trial-member-left = não está
trial-member-member = membro
trial-member-administrator = administrador
trial-member-restricted = não pode escrever
trial-member-hint = Só um administrador pode mudar isso: escolha um como quem fala.
trial-outside = O Nutshell não está neste chat e não ouve nada aqui. Adicione-o como:
trial-topic = Este tópico
trial-topic-name = Nome de um novo tópico
trial-topic-open = Abrir
trial-topic-close = Fechar
trial-topic-reopen = Reabrir
trial-topic-delete = Apagar
trial-migrate = Este grupo
trial-migrate-do = Transformar em supergrupo
trial-privacy = Modo de privacidade
trial-privacy-on = ligado
trial-privacy-off = desligado
trial-privacy-hint = Com ele, o Nutshell só vê comandos, respostas às suas mensagens e menções, a não ser que seja administrador.
trial-service-came = { $name } entrou
trial-service-left = { $name } saiu
trial-service-topic = Tópico aberto: { $name }
trial-service-shared = Chat escolhido: { $name }
trial-service-pinned = Uma mensagem foi fixada
trial-service-closed = O tópico foi fechado
trial-service-reopened = O tópico está aberto de novo
trial-service-migrated = O grupo agora é um supergrupo
trial-via = { $name } via { $bot }
trial-pinned = Fixada
trial-more = Reagir ou encaminhar
trial-forward = Encaminhar ao Nutshell
trial-results = Resultados
trial-keys = Botões no lugar do teclado
trial-choose-chat = Escolha um chat

### A linha de comando

cli-trial-ready = O chat de teste está aberto: { $address }
    Pare com Ctrl+C.
cli-trial-port-taken = A porta { $wanted } está ocupada, então é a { $port }.
cli-bot-ready = @{ $name } está funcionando. Pare com Ctrl+C.
cli-server-ready = Estado, métricas e a API estão em { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = Esse arquivo não existe. Confira o nome ou dê um link que comece com http:// ou https://.
cli-is-a-folder = Isso é uma pasta. Diga os arquivos que estão nela.
cli-file-unreadable = Não dá para abrir o arquivo ({ $reason }).
cli-output-failed = Não dá para gravar a saída ({ $reason }). Libere espaço no disco ou grave em outro lugar.
cli-not-in-article = O artigo não diz isso.
cli-nearest = Os trechos mais próximos:
cli-ask-prompt = Pergunta (vazia para terminar)
cli-ask-from-pipe = Aqui a entrada padrão é o artigo, então escreva a pergunta depois.
cli-reading = Lendo
cli-digest-empty = Não há nada para contar.
cli-digest-one-form = Escolha uma entre --markdown, --html e --json.
cli-settings-refused = O Nutshell não pode iniciar com estes ajustes:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = Não existe a configuração { $name }, então ela não faz nada. Você quis dizer { $near }?
cli-setting-unknown = Não existe a configuração { $name }, então ela não faz nada.
error-token-refused = O Telegram não conhece este token. Copie de novo do @BotFather para NUTSHELL_TOKEN.
error-not-loopback = O chat de teste não tem login, então não pode ser aberto a outros escutando em { $host }. Defina NUTSHELL_LISTEN como 127.0.0.1:8090.
error-address-taken = Não consigo escutar em { $address }: { $reason }. Defina outro endereço em NUTSHELL_LISTEN ou encerre o programa que ocupa este.

setting-token = um token tem a forma 123456:ABC-DEF, como o @BotFather dá
setting-api-url = o endereço de um servidor Bot API começa com http:// ou https://
setting-database = o endereço de um banco de dados começa com sqlite:/// ou postgresql://
setting-listen = um endereço de escuta é host:porta, como 127.0.0.1:8090
setting-webhook-url = o endereço de um webhook tem a forma https://bot.example.org/telegram
setting-webhook-secret = um segredo é feito de 1 a 256 letras A–Z e a–z, algarismos, _ e -
setting-webhook-open = quem alcança NUTSHELL_LISTEN poderia me mandar mensagens em nome do Telegram; defina NUTSHELL_WEBHOOK_SECRET ou escute em 127.0.0.1
setting-webhook-off = um webhook precisa do servidor; defina NUTSHELL_LISTEN como host:porta
setting-api-keys = uma chave tem pelo menos 16 caracteres: letras, algarismos e . _ ~ + / -
setting-proxy = um proxy contorna a verificação de endereços; defina NUTSHELL_PROXY_FILTERS=yes se o próprio proxy recusa os privados
setting-proxy-scheme = para páginas só servem proxies HTTP: o endereço começa com http:// ou https:// (um proxy SOCKS precisa de um HTTP na frente)
setting-hooks = o endereço de um hook tem a forma https://example.org/nutshell
setting-hook-secret = os hooks são assinados; defina NUTSHELL_HOOK_SECRET com pelo menos 16 caracteres
setting-public-url = o endereço público do servidor tem a forma https://bot.example.org
setting-locale = o bot não fala esse idioma; os idiomas dele têm os nomes dos arquivos em prompts/, como en ou pt
setting-number = é um número inteiro de { $least } a { $most }
setting-numbers = são números inteiros, separados por vírgulas
setting-choice = é um destes: { $known }
setting-yes-no = é yes ou no
setting-networks = as redes se escrevem como 192.168.0.0/16, separadas por vírgulas

## Comandos para quem cuida do bot

cli-backup-done = { $path } é uma cópia completa: { $size } MB, { $people } pessoas, { $readings } leituras, tabelas da versão { $revision }. Para restaurar, pare o bot, ponha o arquivo no lugar do banco de dados e remova os arquivos -wal e -shm ao lado.
cli-backup-no-database = Não há banco de dados em { $path }. NUTSHELL_DATABASE diz onde ele está.
cli-backup-server = O PostgreSQL faz as próprias cópias, também com o bot rodando: pg_dump --format=custom --file={ $path } ENDEREÇO. O pg_restore as restaura.
cli-backup-exists = { $path } já existe. Diga um arquivo que ainda não exista.
cli-backup-not-written = Não foi possível gravar { $path }: { $reason }. Indique um arquivo em uma pasta que exista, com espaço, e em que você possa gravar.
cli-backup-broken = A cópia não está completa, então não há nenhuma: { $reason }. Rode doctor e restaure uma cópia mais antiga se ele disser que o banco de dados está danificado.
cli-migrate-done = O banco de dados está atualizado: { $people } pessoas, { $readings } leituras.
cli-migrate-moved = Tudo está agora no novo banco de dados: { $people } pessoas, { $readings } leituras. Ponha o endereço dele em NUTSHELL_DATABASE e inicie o bot.
cli-migrate-shortened = { $shortened } endereços longos agora são encontrados por uma forma curta; { $skipped } que estavam nas duas formas ficaram uma vez só.
cli-token-needed = Nada foi feito: o que se disse nos grupos fica guardado sob uma marca que só o token do bot pode dar. Defina NUTSHELL_TOKEN como para o bot e tente de novo.
cli-forget-done = Apagado, com { $count ->
    [one] uma leitura
   *[other] { $count } leituras
}.

doctor-token = O Telegram conhece o token: é o de @{ $name }.
doctor-token-missing = Nenhum token definido. Peça um ao @BotFather (/newbot) e defina NUTSHELL_TOKEN.
doctor-token-refused = O Telegram não conhece o token. Copie de novo do @BotFather (/mybots, API Token) para NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } não responde. Confira a rede e o firewall; onde o Telegram é bloqueado, defina NUTSHELL_API_PROXY.
doctor-groups-on = Pode ser adicionado a grupos.
doctor-groups-off = Não pode ser adicionado a grupos. Para mudar: @BotFather, /setjoingroups.
doctor-hears-on = Em grupos, ouve tudo.
doctor-hears-off = Em grupos, só ouve comandos, respostas e menções. Para links e reações, torne-o administrador lá, ou @BotFather, /setprivacy, Disable.
doctor-inline-on = Dá para perguntar a ele inline, em qualquer chat.
doctor-inline-off = Não dá para perguntar a ele inline. Para mudar: @BotFather, /setinline.
doctor-polling = Pede as mensagens ao Telegram; esperando lá: { $waiting }.
doctor-webhook = O Telegram traz as mensagens ao webhook; esperando lá: { $waiting }.
doctor-webhook-left = O Telegram leva as mensagens a { $address }, mas aqui não há webhook definido. O bot o remove ao iniciar.
doctor-webhook-other = O Telegram leva as mensagens a { $address }, e não a NUTSHELL_WEBHOOK_URL. O bot define o endereço ao iniciar; se está funcionando, o registro diz por que não consegue, ou um segundo programa tem este token.
doctor-webhook-failing = O Telegram não consegue trazer mensagens ao webhook: { $said } (esperando: { $waiting }). Confira se o endereço leva a NUTSHELL_LISTEN, e o certificado.
doctor-database = O banco de dados está inteiro: { $people } pessoas, { $readings } leituras.
doctor-database-new = Ainda não há banco de dados; a primeira vez cria { $path }.
doctor-database-server = Não dá para usar o servidor do banco de dados: { $reason }. Confira se ele está rodando, e o nome, a senha e o banco em NUTSHELL_DATABASE.
doctor-database-refused = Não dá para abrir o banco de dados { $path }: { $reason }. Confira se o arquivo e a pasta pertencem ao usuário que roda o bot, e se nenhuma versão mais nova trabalhou nele.
doctor-database-broken = O banco de dados está danificado: { $reason }. Pare o bot e restaure a última cópia (backup FILE).
doctor-disk = O disco tem espaço: { $free } GB.
doctor-disk-full = O disco está quase cheio: restam { $free } GB. Abra espaço ou mova o banco de dados (NUTSHELL_DATABASE).
doctor-data = O que a leitura precisa está instalado.
doctor-data-missing = Não dá para ler um texto como se deve: { $reason }. Instale o programa de novo com suas dependências.
doctor-web = As páginas podem ser baixadas.
doctor-web-unreachable = { $page } não pode ser baixada ({ $reason }). Confira a resolução de nomes, o firewall e, se houver, NUTSHELL_PROXY.
