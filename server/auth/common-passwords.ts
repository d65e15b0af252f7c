/* eslint max-lines: "off" -- a data table */
// Source: frequency lists of zxcvbn 4.4.2 (MIT, Copyright 2012-2016 Dan Wheeler and Dropbox, Inc.),
// themselves taken from public breaches: what is long enough to pass, and words that others build on.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Passwords of twelve and more characters that were found in breaches. */
export const COMMON_PASSWORDS = words(`
010203040506 012345678910 01telemike01 102030405060 1111111111zz 111222333000 111222333444555
112233445566 122333444455555 123123qweqwe 123321456654 123321qweewq 123456654321 123456782000
1234567887654321 123456789000 12345678900987654321 1234567890987654321 1234567890qaz 1234567890qw
1234567890qwe 1234567890qwerty 1234567890zzz 123456789101 123456789123 1234567892000
12345678987654321 123456789987654321 123456789abc 123456789asd 123456789qaz 123456789qqq
123456789qwe 123456789qwer 123456789qwerty 123456789zxc 1234567qwertyu 123456qwerty 1234qwerasdf
1234qwerasdfzxcv 123qwe456rty 123qweasdzxc 123qwerty123 12qw34er56ty 159753456852 1a2s3d4f5g6h
1q2w3e4r5t6y 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
1qazxsw23edcvfr4 23176djivanfros 31217221027711 32615948worms 41d8cd98f00b 4815162342lost
541233432442 59382113kevinp 742617000027 89231243658s 89876065093rax a1s2d3f4g5h6 abc123456789
admin18533362 amadeusptfcor andrewjackie antananarivu asdfgh123456 asdfghjkl123 auckland2010
avrillavigne bltynbabrfwbz boy4u2ownnyc bpgjldsgjldthnf chickenwing101 christopher1 cjdthitycndj
combat123654 contortionist corperfmonsy counterstrike devilmaycry4 digitalprodu dkflbvbhjdbx
dkflbvbhjdyf domainlock2005 finalfantasy fkmnthyfnbdf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf
flvbybcnhfnjh frederiksberg fynfyfyfhbde gfhjkmgfhjkm ghbdtnghbdtn ghbdtnrfrltkf ghhh47hj7649
ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjqgfhjkm ghjcnjrdfibyj ghjnbdjcnjzybt gjkysqgbpltw
greenlantern gtnhjpfdjlcr hd764nw5d7e1vb1 hedimaptfcor iampurehaha2 ilovemyfamily installdevic
installsqlst iseedeadpeople jamesbond007 justinbieber leavemealone lhbjkjubz2957704 lost4815162342
lytghjgtnhjdcr mailcreated5240 maprchem56458 massimiliano maurolarastefy mevefalkcakk
michaeljackson minecraft123 minnesota_hp morganstanley mortalkombat msorcloledbr needforspeed
nemvxyheqdd5oqxyxyzi networkingpe newproject2004 nhecsyfujkjdt nhfdvfnjkju123 nhfycajhvths
nightcrawler nondriversig ontheoutside paraklast1974 password1234 passwordstandard playstation2
playstation3 polniypizdec0211 polniypizdec110211 ptybnxtvgbjy punksnotdead q1w2e3r4t5y6
q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 qawsedrftgyh qaz123wsx456 qazwsxedc123
qazwsxedcrfv qazwsxedcrfvtgb qazxswedc123 qazxswedcvfr qwaszxerdfcv qweasdzxc123 qwerasdfzxcv
qwertasdfgzxcvb qwerty123456 qwerty123456789 qwertyasdfgh qwertyuiop10 qwertyuiop12 qwertyuiop123
qwertyuiop12345 qwertyytrewq residentevil rfnthbyf1988 sanfrancisco saun24865709 schoolgirlie
seemnemaailm sojdlg123aljg sonnenschein sonyericsson specialinsta stickdaddy77 stinkyfinger
stratocaster systemofadown temppassword thecakeisalie vanyarespekt vfhbyfvfhbyf vfrcbvvfrcbv
vfvfvskfhfve vladimirovna warhammer40k wazzkaprivet websolutions websolutionssu webuivalidat
weihnachtsbau weihnachtsbaum whosyourdaddy z1x2c3v4b5n6m7 zaq1xsw2cde3 zaqwsxcderfv zcfvfzkexifz
zqjphsyf6ctifgu zxcasdqwe123 zxcvbn123456 zxcvbnm123456789
`);

/** Words that common passwords are made of. */
export const COMMON_STEMS = words(`
aardvark aberdeen abgrtyu absolut access accord achilles action adgjmptw adidas admin adonis
aezakmi aggies aikido airborne airbus airforce airplane alabama alaska albatros albion alejandr
aleksandr alexande alexandr alexis alibaba aliens allsop alpha alpine alucard amadeus amateur
amazon america amsterda amsterdam anaconda anakin anarchy andrei andrey anfield angel angels
anhyeuem animal anime anubis apache apollo apple applepie apples aquarius aragorn arizona arjay
armani artemis asdasd asdfasdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfjkl asdzxc aspire
aspirine assassin assman asterix astros atlanta atlantis atomic auburn aussie austin australi
avalon avatar avenger awesome azamat azerty azsxdc azsxdcfv babyboy babydoll babygirl babylon
backdoor badboy baddog badger baggins baller balloon balls bambam banana bananas bandit bangkok
banker banshee barbie barcelon barcelona barkley barney barsik baseball basket basketba bassman
batman beagle beaner beanie beast beastie beatles beauty beaver beavis beckham beefcake beetle
berlin bicycle bigballs bigbear bigbird bigboy bigdaddy bigdog bigfoot biggie bigguy bigmac bigman
bigmoney bigone bigred bigtime bikini billybob billyboy bingo birdie birdman biscuit biteme bizkit
blabla blackcat blackdog blackhaw blackie blackjac blacks blacky blade blades blahblah blaster
blazer blessed blizzard blonde blondes blondie blowme bluebird blueboy bluedog blueeyes bluemoon
blues bluesky bobafett bobcat boeing bogart bogdan bohica bollocks bollox bomber bondage bonehead
boner bones bonjour bonkers bonsai booger boogie boomboom boomer bootie boots booty bosco bossman
boston bowler bowling boxing brando brandy brasil braves brazil breast breeze brighton bristol
britney bronco broncos brooklyn brownie browns brucelee bruins brutus bubba bubbas bubble bubbles
buckeye buckeyes buckshot buddha buddy budlight budman budweise buffalo buffett bugger bulldog
bulldogs bullet bullseye bunghole bunny burger buster butch byteme cabbage cactus cadillac caesar
calico caliente californ caligula camaro camel camelot camels cameron canada cancer cancun candle
candyman canon cantona capone captain caramel cardinal carolina carpet carrera carrot cartman
cartoon caserta casino casper cassie catdog catfish catherin catman cavalier caveman ccbill
cdtnkfyf celica celine celtic celtics cessna chainsaw champ champion champs changeme chaos charger
chargers charli charlie charlott charlton charly charmed chaser cheers cheese cheetah chelsea
cherokee cherry chester chevelle chevrole chevy chewie cheyenne chicago chichi chicken chickens
chicks chico chiefs chipper chivas chocolat chopper chrisbln chrissy christ christia christin
christop chronic chrono chubby chucky cigars cinder cinnamon cjkysirj cjkywt clancy clapton
classic clemson clipper cluster cobra cocacola coconut coffee cohiba colombia colorado colors
coltrane commando compaq compute computer concrete condom condor connect connor consumer cookie
cookies cooldude cooler coolguy coolio coolman cooter copper corona corrado corvette cosmo cosmos
cosworth cougar cowboy cowboys coyote cracker crazybab creampie creamy creative cricket crimson
critter cruise cruiser crunch crusader crysis cthulhu cthutq cuddles cupcake curious custom cutter
cxfcnmt cyber cyclone cyclops cypress daewoo dagger dakota dalejr dallas dammit damnit dancer
danger danie daniil danila danni dannyboy danzig darkness darkside darkstar davids daytona
dbrnjhbz deadhead deadman deepthroat deeznuts default defender defiant deftones delete delta
denali deniska depeche desert designer desire deskjet destiny detroit devil devildog devils dexter
dfkthbz dfkthf dfktynbyf dfvgbh diablo diamond diamonds diesel dietcoke digger digital dilbert
dilligaf dinamo dingdong dinosaur discover disney divine dkflbckfd dkflbvbh doberman doctor dodger
dodgeram dodgers doggie doggy dogman dollar dolphin dolphins domino donkey doobie doodle dookie
doughboy dracula drago dragon dragons dragoon dreamer dreams driver drizzt drowssap drpepper
drummer dthjybrf dublin ducati duchess durango duster eagle eagles eastside eatme eclipse eduard
eeyore einstein ekaterina electric element elephant elizabet emerald eminem empire engage engineer
enigma enter enterpri enterprise ericsson escort eternity europa everest everton excalibu exigen
exigent exodus explorer express extreme fabie fabric facial falcon falcons fallen fallout fantasy
farside faster fatboy fatcat fatman feather fender fernand ferrari ferret fetish ficken fiesta
figaro fighter filter finger fireball firebird firefly firefox fireman fishes fishing fitness
fktrcfylh fktrcfylhf fktrctq flames flamingo flash flatron fletch flipper floppy florian florida
flounder flower fluffy flyboy flyers foobar football forest forever forfun formula fortuna fossil
foxtrot franky freaks freaky freckles freddy freedom freeuser friday fright frisco frodo frogger
froggy frontier frosty fubar fugazi funtime fusion fyfcnfcbz fylhtq gabrie galaxy galina galore
gambit gandalf gangsta gangster garden garfield gargoyle gateway gator gators gbpltw geheim gemini
genesis genius geronimo getmoney getsome gfhjkm ghbdtn ghbdtnbr ghetto ghjcnj ghjcnjnfr ghost
giants ginger giorgi girls gizmo gizmodo gjkbyf gmoney goalie goblin goblue goddess godsmack
godzilla gofish goforit golden goldfish goldstar golfball golfer golfing goliath gonzo goober
goodluck goodtime google goose gopher gorilla gotcha gothic gotohell govols granny greatone
greenbay greenday greens gremlin grendel griffey gringo grizzly groovy groucho grumpy guardian
guiness guinness guitar gundam gunnar gunner gunners gustav hacker halflife hallo hambone hamburg
hamlet hammer hammers hamster hannah hannibal hansolo happyday harley hawaii hawkeye hearts heaven
hedgehog hellfire hello helloo hellyeah helpme hendrix hentai herbie hercules hermes hershey
hesoyam hidden highland hiphop hithere hitman hjvfirf hobbes hobbit hockey holiday hollywoo homers
homerun honda hongkong hooker horizon horndog hornet horney horse horses hotboy hotdog hotrod
hotshot hotstuff hottie hummer hunter hunting hurrican husker huskers huskies hustler hyperion
ibanez icecream iceman iforgot iguana ihateyou illini iloveu iloveyo iloveyou immortal impala
incubus indiana indians indigo inferno infiniti infinity insane integra internet intrepid intruder
irina ironman italia ivanov ivanova iverson iwantu jabroni jackal jackoff jaguar jamaica jamesbon
jamesbond jammer jarhead jasmine jasper jayhawk jazzman jericho jerkoff jester jethro jimbo jimbob
johannes joker jokers jordan jrcfyf juggalo juice jumper junebug jungle junior jupiter justdoit
justice justme juventus kahuna kaktus kamikaze kangaroo kansas karate karina karolina kasper
katana katerina katrin kawasaki keeper kenshin kenwood kenworth keyboard keystone keywest kicker
kingfish kingkong kingpin kingston kinky kipper kirill kisses kissme kitkat kitten kitty kittycat
klaster klingon knicks knights knopka kodiak kolobok koshka kostya kotenok krishna ktyjxrf
kubernetes kungfu labrador labtec lacrosse ladybug laguna lakers lancelot lancer lansing laptop
larisa lasvegas latino leather ledzep legacy legend legion legolas lennon leopard lespaul lestat
letmein letsgo lexmark liberty licker lickit lickme lifehack lightnin lights lionking liquid
liverpoo liverpool lizard lobster logitech lolipop lollipop lollol london lonestar lonewolf
longhorn looker looser loser love lovely loveme loverboy lovers loveyou lowrider lucifer lucky
luckydog lvbnhbq macdaddy machine macross maddie maddog madison madman madmax madness madonna
maestro maggie magic magick magicman magnum magnus maiden mailman majestic makaveli maksim malaka
malibu malina mallard mamapapa manchest manchester mandingo maniac manson manutd maradona marathon
marina marine mariners marines marino marlboro marley martini maryjane massive matador matrix
mature maverick maxell maxima maximus maxwell mayday mayhem meatball meatloaf mechanic megadeth
megaman mellon memorex memphis mercedes mercury meridian merlin mersedes metallic metallica mexico
miami michigan mickey microlab microsof microsoft midget midnight mighty mikey milana milano
milena minecraft minime mirage misfit mister mistress mnbvcxz moloko molson momoney monaco monday
mondeo money moneyman moneys mongoose monitor monkey monkeys monopoly monster montana montreal
moocow mookie moomoo moose morpheus moscow mother motherlode motorola mountain mouse mozart muffin
mulder multiplelo munchkin muppet muscle mushroom musica musicman mustang mustangs mybaby mylove
mystic naruto nascar nasty nastya natali natasha naughty nebraska nemesis neptune nevada newcastl
newlife newport newyork nfnmzyf nicola nikita nikola nimrod niners ninja nintendo nipper nipple
nipples nirvana nissan nofear nokia nolimit noodle noodles nookie nudist nugget nuttertools nyjets
nylons nymets oakland obiwan oblivion ohyeah oilers oksana oldman oliver olivier omega onelove
online onlyme openup operator oracle orange oranges orioles orion osiris outlaw overlord oxford
packard packer packers pacman pakistan paladin panama panasoni panasonic pancho panda pandora
pantera panther panthers pantyhos panzer paradise paradox parola parrot pascal pass passat passion
passme passport passwor password passwords passwort patches patriot patriots pavilion peaches
peanut peanuts pearljam pebbles peekaboo peewee pegasus pencil penguin penguins penthous pentium
pepper pepsi pervert peterpan peugeot phantom philips phillies philly phoenix photos phpbb picard
picasso piccolo pickle pickles piglet pikachu pillow pimpin pineappl pingpong pinkfloy pioneer
pippen pirate pirates pisces pistol pitbull pizza planet plastic platinum player playtime plumber
plymouth poison poiuyt poiuytrewq pokemon polaris police polina polska pompey poncho pontiac
poodle poohbear pookie poontang pooter popcorn popeye poppy porkchop porsche portland portugal
poseidon possum postal potato powder precious predator prelude presario presto primus prince
princes princess printer private privet prodigy psycho pumpkin punisher punkin punkrock puppies
puppy pupsik purple pussie pussies putter pyramid python qawsed qawsedrf qazqaz qazwsx qazwsxed
qazwsxedc qazxsw qazxswedc quantum quattro qwaszx qweasd qweasdzxc qweqwe qwerasdf qwert qwerty
qwertyu qwertyui qwertyuio qwertyuiop qwertz rabbit racecar racerx racing ragnarok raider raiders
rainbow raistlin rambler rammstein ramses random ranger rangers raptor rascal raspberry rasputin
rastaman raven ravens rbhbkk rctybz reaper rebel rebels redalert redbull reddog redhead redhot
redman redneck redrum redskins redsox redwings reebok renault renegade rereirf rescue retard
rfhbyf rfnthbyf rfrfirf rfrnec rhbcnbyf rightnow ripper rjirfrgbde rjntyjr robotech rocker rocket
rockets rockon rocks rockstar roller rolltide romashka rommel ronaldo rookie rooster root rootbeer
rosebud rotten rovers royals rubber rulez runner ruslan russia rustam sabbath sabine sabres safari
sailboat sailing sailor saints sakura salmon samantha samiam samson samsung samurai sandiego
sandman sandro sapphire saratoga sassy sasuke satan saturn sausage sayang scania scarface scarlet
scooby scoobydo scooter scorpio scorpion scotch scotland scotty scream scruffy scully seamus
seattle sebastia secret security seeker seinfeld select seminole semperfi sentinel septembe serega
serenity sergei sergey server sesame shado shadow shaggy shalom shaman shamrock shania shaolin
shark sharks sharky shasta shaved shazam shelby shemale sherlock shiloh shogun shorty shotgun
showme showtime siemens sierra silver simba simple simpsons sinatra sinbad sinner sirius sithlord
sixers skater skeeter skidoo skiing skinny skipper skippy skittles skorpion skydive skyline
skywalke skywalker slacker slappy slapshot slayer sleepy slick slider slipknot smegma smelly
smiles smiley smitty smoke smoker smokey smokin smooth smudge snake snakes snapper snapple snatch
sneakers snickers sniper snoopdog snoopy snowball snowboar snowman snuggles sobaka soccer socrates
softball software soldier soleil solnce sommer sonic sooners sophie spank spanking spankme spanky
sparkle sparky sparta spartak spartan spartans spawn speaker spectrum speedy spider spiderma
spiderman spidey spike spirit spitfire splash splinter spooky spring sprint sprite spunky spurs
spyder squirrel squirt srinivas stalker stallion starbuck starcraft stardust starfish stargate
starship startrek starwars static stealth steeler steelers stefano steph stephani stereo sterlin
sticks sticky stimpy stinger stingray stinky stocking stocks stonecol stones storm stormy stranger
strider strike striker stripper studly stupid subaru sublime subway success sugar sultan summer
summit sundance sunday sunflowe sunnyday sunrise sunset sunshine super superfly superman supersta
superstar surfer surfing suzuki svetik svetlana sweetpea sweets sweety swimmer swimming sword
swordfis swordfish sydney syracuse tacobell tacoma tanker tardis target tarheel tarheels tarzan
tattoo tatyana taurus tazman tazmania tdutybq teacher technics techno tekken telefon tempest
tennis tequila terminator terror tester testing thailand thanatos thankyou theboss thecat thegame
thekid theking theman theone therock thesims thuglife thumper thunder tickle tiger tigers tigger
timber tinker tinman tintin titanic titanium titans titleist titties tolkien tomato tomcat
tommyboy tootsie topcat topdog topgun topher topper tornado toronto toshiba tottenha toyota
tractor trader trance transam translator travel treasure trebor trfnthbyf tricky trident trigger
trinity triton triumph trixie trojan trojans trombone trooper trouble truck trucker trucks
truelove trumpet trunks tsunami tuesday tunafish tundra turbo turkey turtle tweety twilight
twisted twister typhoon ultima ultimate umbrella underdog undertaker unicorn unreal usnavy utopia
vacation vader valentin valentina valera valhalla vampire vanhalen vanilla vector vectra vegeta
velvet verbatim veritas vermont veronika vertigo vette vfczyz vfhbyf vfhecz vfhufhbnf vfksirf
vfrcbv vfrcbvrf vfvekz vfvjxrf viagra victory viewsonic viking vikings viktor viktoria viper
vipers virgin vision vitalik vkontakte vladik vladimir vladislav volley voodoo vortex voyager
voyeur vulcan walleye walnut walrus wapbbs warcraft warhammer warlock warlord warrior warriors
wassup watcher waterloo weasel weezer welcome werewolf westham westside westwood whatever wheels
whiskey whisper whitesox whitey whocares whynot wibble wicked wildcat wildcats wildfire willow
windows winner winston winter wisdom wizard wolfgang wolfie wolfman wolfpack wolverin wolverine
wolves wombat woody woofwoof wookie wrangler wrestlin wutang xanadu xavier xfiles xtreme yamaha
yankee yankees ybrbnf ybrjkfq yellow yfnfif yomama yosemite yourmom ytrewq yzerman zaphod zaqwsx
zaqxsw zenith zeppelin zidane zipper zombie zorro zvezda zxcasd zxcasdqwe zxcvbn zxcvbnm
`);
