import { plainLine } from '../plain-line.ts'

/** Given names borne in France, folded: evidence that a word is somebody's, and never a proof. */
const GIVEN = new Set(
  `
abdallah abdel abdelaziz abdelkader abdelkrim abderrahmane abdou abdoulaye abel abigael achille achraf adam adama adel
adelaide adele adelie adeline adil adolphe adrian adrien adrienne agathe agnes ahmed aicha aida aime aimee aissa
aissata alain alan alban albane albert alberte alberto albin albine aldric alec alessandro alex alexander alexandra
alexandre alexandrine alexane alexia alexis alfred ali alice alicia alienor alima aline alisee alison alissa alix
aliya allan alma alois aloise alphonse alvaro alvin alya alyssa alysson amadou amael amanda amandine amar amaury ambre
ambroise amelia amelie amina aminata amine amir amos amparo ana anabelle anael anaelle anais anas anastasia anatole
andre andrea andreas andree andrei ange angel angela angele angelina angeline angelique anika anissa anita anke ann
anna annabel annabelle annaelle anne anneke annette annick annie annika anouchka anouck anouk anselme anthelme anthony
antoine antoinette anton antonella antonia antonin antonio apolline aquilina arabelle ariane aristide arlette armand
armande armel armelle arnaud arno arnold arsene arthur arwen asma assia astrid athenais aubin aude audrey auguste
augustin augustine aura aure aurelia aurelie aurelien auriane aurore avril axel axelle aya aymeric ayoub aziz aziza
babacar badis bahia baptiste barbara barnabe barthelemy basile bastien bastienne baudouin beatrice beatrix belinda
bellamy benedetta benedicte benjamin benoit benoite berangere berengere bernadette bernard bernardette bernardo berthe
bertille bertrand betty bianca bilal birgit blaise blanche blandine bochra bogdan boris boualem boubacar brahim brenda
brendan briac brice brieuc brigitte bruce brune bruno bryan calixte calvin camelia camille candice capucine carine
carl carla carlo carlos carmen carol carola carole carolina caroline cassandra cassandre catalina catarina catherine
cathy cecile cecilia cedric celeste celestin celestine celia celian celina celine cendrine cesar chafik chahinez
chantal charlene charles charley charlie charline charlotte cheikh chiara chloe chris christel christele christelle
christian christiane christine christophe christopher chrystel chrystelle cindy claire clara clarence clarice clarisse
claude claudette claudia claudie claudine claudio claudius clea clelia clemence clement clementine cleo clotaire
clothilde clotilde clovis colette colin coline colombe come coralie coraline corentin corine corinne cornelia corto
cosima cosme cristelle cristina cynthia cyprien cyriaque cyril cyrille dagmar dahlia daisy dalila damien damienne
daniel daniela daniele danielle danny danyel daphne dario darius davia david davide davina davy dean deborah deirdre
delia delphine denis denise deniz denys desire desiree diana diane didier diego dieter dimitri dina dion djamel
djamila djibril dominique domitille donald donatien donatienne donia dora dorian doriane dorine doris dorothee dounia
driss duncan dylan eda eddie eddy edgar edgard edith edmee edmond edmonde edna edouard edwige edwin elea eleanor elena
eleonore elfie elhadj elia elian eliane elias elie eliette elina eline elio eliot eliott elisa elisabeth elise
elizabeth ella ellen elliot elly elma elodie eloi eloine eloise elouan elsa else elvina elvira elvire elvis elyne elza
emanuel emeline emeric emerick emile emilia emilie emilien emilienne emilio emma emmanuel emmanuelle emmeline
enguerran enguerrand enora enrico enrique enzo eric erica erick erik erika ernest ernestine ernesto erwan erwann erwin
esteban estelle esther ethan etienne eudeline eudes eugene eugenie eulalie eva evan evariste eve evelina eveline
evelyne ewan ewen fabian fabien fabienne fabio fabiola fabrice fabricio fadila fadma faiza fanch fanette fanny fantine
farah farid farida faris farouk fatiha fatima fatma fatou fatoumata faustin faustine faycal federico felicie felicien
felicite felipe felix ferdinand fernand fernande fernando filipe fiona firmin flavia flavie flavien fleur flora
florence florent florentin florentine florestan florette florian floriane florie florimond florine fouad fouzia franca
"franceline francesca francesco francette francine francis francisca francisco franck franckie franco francois
francoise frank frankie frantz franz fred freddy frederic frederick frederique fulbert gabin gabriel gabriela gabriele
gabriella gabrielle gael gaela gaelle gaetan gaetane gaia garance gary gaspard gaston gatien gauthier gautier gaylord
genevieve geoffrey geoffroy george georges georgette georgia georgina gerald geraldine gerard gerda germain germaine
gerome geronimo gervais gery ghislain ghislaine ghyslaine gianni gigi gilbert gilberte gilda gildas gilles gillian
gina ginette ginevra gino giorgio giovanni gisele giulia giuliana giuseppe gladys gloria godefroy gontran gonzague
gonzalo goulven grace graciela graziella gregoire gregory greta gretchen guenaelle guenole guenolee guerric guewen
guilain guilhem guilherme guillaume guillemette guillermo gunther gustave guy guylaine guylene gwen gwenael gwenaelle
gwendal gwendoline gwenn gwennaelle gwenola gwenole habib habiba hacene hadrien hafid hafida hafsa hakim hakima halim
halima hamed hamid hamida hamza hanae hanane hanna hannah hans harmonie harold harouna harry hasna hassan hassane
hassen hassna hayat hector hedi hedwige heidi helena helene helga heloise henri henriette henrik henrique herbert
hermance hermine herve hicham hilaire hilary hilda hind hippolyte honore honorine horace hortense houda houria houssem
hubert hugo hugues huguette humbert hyacinthe ian ibrahim ibrahima ibtissam idir idriss ilan ilana ilham iliana iliane
ilias ilona ilyas ilyes iman imane imen imene imran ines ingrid inna ioan ioana iona irena irene irenee irina iris
irma isaac isabel isabella isabelle isadora isaline isaure iseult ismael ismail isolde issa issam ivan ivana ivo izia
jacinthe jack jackie jacky jacob jacqueline jacques jacquotte jad jade jafar jalil jamal jamel james jamila jan jana
jane janick janine jannick jaroslaw jasmin jasmine jason jasper javier jawad jayden jean jeanine jeanne jeannette
jeannick jeannie jeannine jeannot jeff jefferson jennifer jenny jeremie jeremy jerome jerry jessica jessie jessy
jihane jim jimmy joachim joan joana joanna joanne joao joaquim jocelyn jocelyne joe joel joelle joey joffrey johan
johana johann johanna johanne johannes john johnny jonas jonathan jordan jordane jordi jorge joris jose josee joseph
josepha josephine josette joshua josiane josie josselin josseline josue joy joyce juan juana juanita judicael judith
jules julia julian juliana juliane julianne julie julien julienne juliet juliette juline julio justin justine kacper
kader kadiatou kadija kamal kamel kamelia kamila karen karim karima karin karina karine karl karla karol karolina
kassandra kate katel katell katharina kathleen kathy katia katrin katy kawtar kelig kelly keltoum ken kenan kenny
kenza kerstin kevan keven kevin khadidja khadija khadra khaled khalid khalil khedidja kheira kilian killian kim kira
kirsten klara klaus klervi koffi konrad konstantin kristel kristell kristelle kristen kristian kristina kristine
kristof kylian lachlan ladislas laeticia laetitia laila lala lamia lana lancelot lara larbi larissa latifa laura
lauralie laure laureen laurelenn laurence laurene laurent laurentine laurette lauriane laurianne laurie laurine lazare
lea leana leandre leandro leane leela leila lelia lena lenaic lenny leo leon leona leonard leonardo leone leonie
leonor leonore leontine leopold leopoldine leslie leyla lia liam liana libby lidia lidwine lila lilas lilia lilian
liliane lilly lilou lily lina linda lindsay line lino lionel lionelle lisa lisandro lisbeth lise liselotte lisette
lison liv livia livio liza loan loane loanne loic loick loig loik lola lolita lorena lorenza lorenzo loreta lorette
loriane lorine loris lorna lorraine lothaire lou louane louanne loubna louca louis louisa louise louisette louison
louka loukas lounes lounis loup lourdes lubin luc luca lucas luce lucette lucia lucian luciana luciano lucie lucien
lucienne lucile lucille lucinda lucy ludivine ludmila ludo ludovic ludwig luigi luis luisa luka lukas luna lya lydia
lydie lyes lylou lyna lynda lyse lysiane mabel macha maddalena maddy madeleine madeline madison mado mady mae mael
maela maelane maelia maelig maelis maelle maelys maeva magali magalie magaly magda magdalena magdeleine maggie mahaut
mahdi mahe maher mahmoud mai maia mailys maimouna maina maissa maite maiwenn majda majid malcolm malek malgorzata
malia malick malik malika malo malorie malory malvina mamadou manel manoel manoela manolo manon manuel manuela
manuella mara marc marceau marcel marcelin marceline marcelle marcello marcia marcin marco marcos marcus mareva
margaret margareth margarida margarita margaud margaux margerie margo margot marguerite maria mariam mariama mariana
marianna marianne mariannick mariano marie mariella marielle mariem mariette marika marilou marilyn marilyne marilys
marin marina marine marinette mario marion marisa marise marite marius marjolaine marjorie mark marko markus marlene
marlon marouane martha marthe marti martial martin martina martine marvin marwa marwan mary maryam maryannick marylene
maryline marylise marysa maryse maryvon maryvonne mateo mateusz mathias mathieu mathilda mathilde mathis mathurin
mathys matilda matilde matis matteo matthew matthias matthieu matthis maud maude maurane maureen maurice mauricette
maurizio max maxence maxens maxime maximilian maximilien maxine maya mayeul mayline maylis mbarek medard mehdi mehmet
melaine melanie melchior melina melinda meline melisande melissa mellie melodie melody melusine melvin meriadec meriem
merlin meryem meryl mia michael michaela michal michel michele micheline michelle mickael miguel mihai mikael mikaela
mike mila milan mildred milena milene milo milou mina minh miora mira mirabelle miranda mireille miriam mirko mohamed
mohammed mohand moira moise moncef monia monica monika monique morgan morgane moritz mouloud mouna mounia mounir
mourad moussa moustapha muriel murielle mustafa mustapha mylene myriam myrtille nabil nabila nacer nacera nacima nada
nadege nadia nadim nadine nadir nadira nadjet nael nahia naila naim naima naomi narjis nasrine nasser nassim nassima
natacha natalia natalie nataly natan natasha nathalia nathalie nathan nathanael nathaniel nawal nawel nazim neil nell
nelly nelson nerea nestor neven nevena nezha nicholas nicolas nicole nicoleta nicoletta nidal niels nils nina nino
ninon nisrine noa noah noam noe noel noelie noella noelle noemi noemie nohan nolan nolwenn nora norah norbert nordine
noriane norma norman norredine nouha nour noura noureddine nouria nourredine octave octavia octavie odette odile
odilon odon olaf olga olive oliver olivia olivier olympe omar ombeline omer ondine ophelie oriane orianne orlando
orlane oscar osman otto ouahiba oumaima oumar oumou oumy ouria ousmane owen pablo paco pacome pamela paola paolo
pascal pascale pascaline patrice patricia patricio patrick paul paula paule paulette paulin paulina pauline paulo
pedro peggy penelope perceval perrette perrin perrine peter petra petronille phil philibert philip philippa
philippe philippine philomene pia piedad pier pierre pierrette pierric pierrick pierrot pilar piotr placide pol
prescillia primael prisca priscilla priscille prosper prudence quentin quitterie rabah rabia rachel rachele rachid
rachida radouane rafael rafaela raffaele rafik raissa ralph rama ramata ramon ramzi rania raoul raphael raphaele
raphaelle raquel raul rayan raymond raymonde reda regina reginald regine regis reine reinhard remi remy renald renan
renata renate renato renaud rene renee renzo reynald rhita ricardo riccardo richard rim rita riyad robert roberta
roberto robin robinson roch rodney rodolphe rodrigo rodrigue rogatien roger roland rolande rolf romain romaine romane
romaric romeo romuald romy ronald ronan rosa rosalie rosalind rosaline rosario rose roseline roselyne rosemarie
rosemonde rosette rosine rosita rossana roxana roxane roza rozenn ruben rudi rudolf rudy rufus ruth ryad ryan rym saad
saadia sabah sabeha sabin sabine sabri sabrina sacha sadia safa safia said saida saliha salim salima sally salma
salman salome salomon salvador salvatore sam samantha samia samir samira sammy samson samuel samy sandie sandra
sandrine sandro sandy saniya santiago sara sarah sasha satya saul savannah sebastian sebastiano sebastien segolene
selena selim selima selma sephora serafin seraphin seraphine serena serge sergei sergio servane sevan sevda severin
severine sharon shirley sibylle sidney sidonie siegfried sigolene sigrid siham sihem silvain silvere silvia silvio
simeon simon simona simone sita skander slimane smail soazic soazig sofia sofian sofiane sofya sohan solal solange
solene solenn solenne soline sonia sonja sophia sophiane sophie soraya sorin souad soufiane souhila souleymane soumaya
stan stanislas stanislaw steeve stefan stefania stefano steffen stella stephan stephane stephanie stephen steve steven
stevie suzanne suzel suzette suzie suzy sven svetlana swann sybille sylla sylvain sylvaine sylvana sylvere sylvester
sylvestre sylvette sylvia sylviane sylvianne sylvie sylvio tahar tamara tanguy tania taos tarek tariq tatiana tatyana
teddy telma teo teresa tereza tess tessa teva thais thalia thea thelma theo theodora theodore theophane theophile
theotime therese thibaud thibault thibaut thiebaud thiebaut thiefaine thierno thierry thijs thimothee thomas thora
tiago tiana tibor tifaine tifenn tiffany tilda tilio tim timeo timothe timothee timothy tina tino tiphaine tiphanie
titouan titus tobias tom tomas tommaso tommy tomy tony torben toussaint tracy tristan tudal typhaine ugo ulrich ulrike
ulysse umberto urbain urielle ursula ursule vadim val valentin valentina valentine valere valeria valerian valeriane
valerie valery valeska vanessa vania vanina vasile vassili veronica veronika veronique victoire victor victoria
victorien victorine vidal vincent vincente vincenzo viola violaine violeta violette virgile virgilio virginia virginie
vital vittoria vivian viviane vivien vivienne vladimir wafa wahiba wahid walid walter wanda warren wassila wassim
wendy werner wilfrid wilfried wilhelm willem william williams willy winona wissam wladimir wolfgang xavier xaviere
yacine yael yaelle yahia yamina yan yanick yanis yann yannick yannig yannis yara yasin yasmina yasmine yassin yassine
yassir ydriss yehudi yoan yoann yoel yohan yohann yolaine yolande yolene yoni yorick youcef youen youna younes younous
youri yousra youssef youssouf ysaline yseult ysolde yuna yuri yvain yvan yvelise yvelyne yves yvette yvon yvonne
yvonnick zacharie zachary zahia zahra zaina zaineb zakaria zara zeineb zelia zelie zenon zephyr ziad zineb zinedine
zita zoe zohra zoltan zora zouhair zuzana
`
    .trim()
    .split(/\s+/),
)

/** "Anne", "ANNE", "Jean-Noël", "Marie-Zita". */
export function isGivenName(word: string): boolean {
  const folded = plainLine(word)
  return GIVEN.has(folded) || (folded.includes('-') && folded.split('-').every((half) => GIVEN.has(half)))
}
