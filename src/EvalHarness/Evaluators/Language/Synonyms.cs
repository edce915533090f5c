using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Language;

/// <summary>Everyday English words that may stand for one another in a statement; short on purpose: a wrong pair hides an error.</summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, int> Groups = Read("""
        begin start commence launch initiate kick | end finish conclude terminate cease | stop halt cease quit | buy purchase acquire | sell sold sale | big large huge enormous massive sizeable | small little tiny compact
        fast quick rapid speedy swift | slow gradual | build construct erect built construction | create make establish found produce form | kill murder slay dead die death died deceased fatal | hurt injure wound injured injury
        help assist aid support | show display demonstrate reveal indicate | say state tell mention note report announce declare claim said told according | ask request inquire demand | answer reply respond response
        film movie picture | song track single tune | album record | book novel | author writer wrote written pen | singer vocalist sang sung sing perform vocals | actor actress star | band group
        car vehicle automobile | plane aircraft jet airplane | boat ship vessel | house home residence | road street highway | city town | country nation state | kid child children youngster | baby infant | man men male gentleman | woman women female lady
        boy son | girl daughter | wife husband spouse married marry wed marriage | mother mom mum | father dad | parent mother father | doctor physician medic | lawyer attorney solicitor | police officer cop detective | teacher instructor educator | student pupil
        worker employee staff | boss manager head chief leader lead | firm company business corporation enterprise | job work position role post occupation | money cash fund funds | price cost fee charge | pay paid payment | cheap inexpensive affordable low-cost | expensive costly pricey
        earn gain make income | win won victory victorious triumph beat defeat | lose lost loss defeat | game match | team squad club side | player athlete | goal score scored | coach manager | fight battle combat | war conflict | attack assault raid strike | weapon gun firearm
        near close nearby adjacent | far distant | locate situate site place base located | live reside dwell inhabit | move relocate shift | travel journey trip tour voyage | visit attend | arrive come reach | leave depart left exit | return come | send sent ship deliver | receive get obtain got
        give gave given provide offer supply grant | take took taken | keep maintain retain preserve kept | hold held | put place set | find found discover locate | choose select pick chosen chose opt | decide determine | think believe consider feel thought | know known aware | understand comprehend | learn study
        teach train educate | need require necessary must essential | want wish desire | try attempt seek | allow permit let enable | forbid ban prohibit bar outlaw | avoid prevent stop | reduce decrease lower lessen cut decline drop fall diminish shrink | increase raise rise grow grew boost climb expand gain
        improve enhance better boost | damage harm destroy ruin | break broke broken | repair fix mend | change alter modify adjust | replace substitute swap | add include join | remove delete eliminate | contain include comprise consist feature | combine merge mix blend | separate split divide
        connect link attach join | cover wrap | open unlock | close shut closed | happen occur place took | cause lead result due | effect impact influence affect | reason cause why | problem issue trouble difficulty | danger risk hazard dangerous risky hazardous | safe secure safety | illness disease sickness sick ill
        medicine drug medication pharmaceutical | treat cure therapy treatment heal | pain ache sore | food meal dish cuisine | restaurant eatery diner | drink beverage | shop store | customer client patron guest diner reviewer visitor | hotel inn | delicious tasty flavorful yummy | friendly kind welcoming | clean tidy
        beautiful pretty gorgeous lovely | good great excellent wonderful fantastic amazing awesome superb outstanding | bad poor terrible awful horrible | happy glad pleased satisfied delighted | sad unhappy upset disappointed disappointing | angry mad furious | afraid scared fear frightened
        important significant key crucial vital major | main primary chief principal major | famous well-known renowned popular noted | common frequent usual typical general | rare uncommon unusual | special unique particular | new recent latest modern | old ancient aged former | early first initial | last final
        year annual yearly | month monthly | week weekly | day daily | begin start | current present today | previous former prior past earlier | next following subsequent later | often frequently regularly | fully completely entirely totally | almost nearly approximately about roughly around
        total overall sum | number amount quantity count | half 50 | double twice | many numerous several multiple various | enough sufficient adequate | part portion section piece | kind type sort variety | way method manner technique approach | plan scheme strategy | idea concept notion | goal aim objective purpose
        fact truth | proof evidence | law rule regulation legislation | court trial | judge justice | guilty convict convicted | accuse charge allege accused charged | arrest detain custody detained | jail prison imprison incarcerate | sentence sentenced | crime offense offence | victim casualty | lawsuit sue suit
        elect vote election | president presidential | government administration | politician lawmaker legislator | military army | soldier troop | leader head chief | king monarch ruler | american america us usa u.s united | british britain uk england english | european europe | french france | german germany | chinese china | japanese japan
        russian russia | indian india | canadian canada | australian australia | italian italy | spanish spain | university college | school academy | graduate degree | research study investigation | scientist researcher | expert specialist professional | test exam examine trial | result outcome finding
        area region zone district | land territory | ocean sea | river stream | hill mountain | forest wood | weather climate | rain rainfall | storm hurricane | fire blaze flame | hot warm heat | cold cool chill | water liquid | light bright | dark dim | color colour | picture image photo photograph photographed | video footage clip
        internet online web website | computer pc | phone telephone cellphone mobile | email mail e-mail | software program application app | data information info | user person people individual | friend pal buddy | enemy foe opponent rival | family relative | body physique | skin dermal | heart cardiac | brain cerebral | blood vascular
        exercise workout | weight heavy | hair fur | eye sight vision see seen saw | hear heard listen | speak talk spoke discuss conversation | write wrote written | read | watch view | eat ate consume eaten consumed | sleep asleep | walk stroll | run ran | throw threw toss hurl | hit struck strike | push press shove | pull drag
        carry carried transport | rich wealthy affluent | poor impoverished | strong powerful robust | weak feeble | easy simple | hard difficult tough challenging | long lengthy extended | short brief | wide broad | full complete entire whole | empty vacant | free complimentary | real genuine actual authentic | false fake untrue
        appear seem look | reject refuse deny decline | accept agree approve approval | argue debate dispute | criticize criticise condemn slam | praise commend laud compliment | thank grateful | blame fault | admit confess acknowledge | hide conceal | search seek look | escape flee fled | rescue save saved | protect guard defend
        own possess owner owned | belong | share | release publish issue unveil released published | debut premiere premiered | air broadcast aired | direct director directed | compose composer composed composition | design designer designed | invent inventor invented | lead led | rank ranked place | award prize honor honour awarded
        rd road | st street saint | ave avenue | blvd boulevard | ste suite | dr drive | hwy highway | apt apartment | mt mount | co company | dept department | prof professor | gov governor | sen senator | gen general | vs versus | etc
        ca california | ny york | tx texas | fl florida | pa pennsylvania | nj jersey | az arizona | nv nevada | tn tennessee | mo missouri | la louisiana | il illinois | id idaho | de delaware | wa washington | ga georgia | nc carolina | oh ohio | mi michigan
        wifi wireless | takeout takeaway carryout togo | bbq barbecue barbeque | reservation reserve booking book | ambience ambiance atmosphere vibe | upscale fancy | casual relaxed laid-back informal | parking park | nightlife bar pub | outdoor patio outside terrace | vegetarian vegan
        tv television telly | dna genetic gene | nba basketball | nfl football soccer | eu european | un united | covid coronavirus pandemic | ceo executive | pm minister
        nominate nominated nomination | celebrate celebration | party event | festival fair | holiday vacation | christmas xmas | born birth birthplace | age aged old | baby newborn | television tv | episode installment | series show | character role | story tale plot | title name call named called known titled entitled
        """);

    /// <summary>The group's number; 0 when the stem has no synonyms here.</summary>
    public static int GroupOf(string stem) => Groups.GetValueOrDefault(stem);

    private static FrozenDictionary<string, int> Read(string text)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var group in text.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            number++;
            foreach (var word in group.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                groups.TryAdd(PorterStemmer.Stem(word), number);
        }

        return groups.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
