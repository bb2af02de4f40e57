"""How French is misspelt on a keyboard: SMS, phonetic and speech spellings, and hesitations.

Everything is folded (lower case, no accents). Only spellings that can hardly mean anything else are
here: « ta » or « sa », which are also words, are left alone.
"""


def word_set(words: str) -> frozenset[str]:
    """A set of words, from a line of them."""
    return frozenset(words.split())


FILLERS = word_set("euh heu euhh hum hmm hm mmh beh ben bah bin bha hein mdr lol ptdr")
"""Hesitations, dropped from the tokens."""

_SPELLINGS = """
vous = vs vou
nous = ns
pour = pr
pourquoi = pq pk pkoi prkoi
quoi = koi kwa
que = ke
qui = ki
quel = kel
quelle = kelle
quand = kan qd qnd
dans = ds
donc = dc
mais = ms mai
avec = avc av
sans = ss
tout = tt
tous = ts
toute = tte
toujours = tjs tjrs tj
beaucoup = bcp bp
maintenant = mtn mnt maintenan
aujourd'hui = auj ajd aujourdui aujourdhui
demain = dem dmain
jour = jr
jours = jrs
semaine = sem
desole = dsl desoler
bonjour = bjr bjour
bonsoir = bsr
salut = slt
coucou = cc
merci = mci mrc
rendez-vous = rdv rdvs
message = msg
numero = num
probleme = pb pblm
problemes = pbs
quelques = qq qqs
quelqu'un = qqn
quelque-chose = qqch qqchose
peut-etre = pe ptet ptetre
petit = ptit pti
petite = ptite
bon = bn
bonne = bne
bises = biz
pendant = pdt
nombre = nb
environ = env
monsieur = mr
madame = mme
mademoiselle = mlle
meme = mm
ok = oki okay
d'accord = dac dacc daccord dacord
euros = euro eur
% = pourcent pourcents
oui = wi ui
ouais = oue
non = nn
jamais = jms jamai
vraiment = vrmt vrm
grave = grv
trop = tro
pas = pa
comment = comen cmt commen
combien = cmb cb combin
apres-midi = aprem aprm
reduction = reduc
reservation = resa
faut = fo fau
c'etait = ct cté cetait
c'est = cest cé cets c
s'est = sest
y en = yen
y a = ya
y avait = yavait
j'ai = jai g
je vais = jvais jv jvai
je vous = jvous jvs
je te = jte
je le = jle
je la = jla
je les = jles
je me = jme
je m = jm
j'en = jen
j'y = jy
je suis = jsuis jsui chuis chui jss
je peux = jpeux jpeu jpe
je sais = jsais jsai chais
je sais pas = jsp
je fais = jfais jfai
je comprends = jcomprend jcomprends
je vois = jvois
je veux = jveux jveu
je pense = jpense
je prends = jprends jprend
je mets = jmets jmet
j'appelle = jappelle jappel
j'avais = javais
j'aurai = jaurai
j'aurais = jaurais
j'aimerais = jaimerais jaimerai
j'entends = jentends
j'imagine = jimagine
j'espere = jespere
j'envoie = jenvoie
j'enleve = jenleve
j'attends = jattends
j'arrive = jarrive
j'etais = jetais
je regarde = jregarde
je rappelle = jrappelle
je dois = jdois
je demande = jdemande
je dis = jdis
je crois = jcrois
je propose = jpropose
je conseille = jconseille
je m'appelle = jmappelle
m'appelle = mappelle mapelle
qu'il = quil
qu'ils = quils
qu'on = quon
qu'est = quest kes
qu'est-ce que = keske kesk kesque
qu'est-ce = kess
question = kestion
jusqu'a = jusqua
jusqu'au = jusquau
l'appel = lappel
l'offre = loffre
s'il = sil
s'ils = sils
n'est = nest
n'ai = nai
n'avez = navez
t'as = tas
t'inquiete = tinquiete tkt
d'ici = dici
d'abord = dabord
d'un = dun
d'une = dune
l'avez = lavez
l'ai = lai
l'idee = lidee
d'engagement = dengagement
l'engagement = lengagement
ce qui = cki
ce que = ske cke
bonne apres-midi = bonap
est-ce = estce
est-ce que = esque eske esk
est-ce qu'on = eskon
est-ce qu' = esqu
t'es d'accord = tacord
en fait = enfaite enfait
quelque = kelke kelk
parce que = pck pcq parske paske psk parceque pasque
s'il te plait = stplait stp
s'il vous plait = siouplait svpl svp
minutes = min mn
secondes = sec
"""
"""The word or words meant, then the spellings that mean them."""


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in _SPELLINGS.strip().splitlines():
        meant, _, spellings = line.partition("=")
        words = tuple(meant.replace("'", " ").replace("-", " ").split())
        table.update(dict.fromkeys(spellings.split(), words))
    return table


SMS = _table()
"""Folded spelling to the words that it stands for."""

JOINED: dict[tuple[str, str], str] = {("pour", "cent"): "%", ("pour", "cents"): "%", ("est", "est"): "est"}
"""Two words that count as one."""
