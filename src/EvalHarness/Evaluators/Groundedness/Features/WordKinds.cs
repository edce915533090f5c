using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Content words by what they do in an answer: a missing <c>various</c> weighs less than a missing <c>penicillin</c>.</summary>
internal static class WordKinds
{
    /// <summary>Words that talk about the evidence itself.</summary>
    public static FrozenSet<string> Framing { get; } = Stems("""
        passage text article mention according state provide describe discuss summary source document context information data author review reviewer customer detail highlight note explain question answer example following step
        refer suggest indicate include overview specific specifically report paragraph snippet excerpt section additionally furthermore moreover overall conclusion summarize base list structure given instruction
        """);

    /// <summary>Words that add little: an answer may use them though the evidence does not.</summary>
    public static FrozenSet<string> Vague { get; } = Stems("""
        various several different certain number many multiple numerous thing way type kind part area range variety factor aspect process method include make take give get become remain several able possible typically generally commonly
        often usually particular important significant known call consider refer involve relate associate ensure need allow help offer provide feature available contain follow available additional main primary overall specific
        individual person people place time year work live way result create occur happen begin start come go find keep look want try show say such well good new like however also first one two order
        """);

    /// <summary>Everyday words: a paraphrase puts one for the other.</summary>
    public static FrozenSet<string> Everyday { get; } = Stems("""
        able accept accord achieve across act action active actual add address advance advantage advice affect afford age agree aim air allow alone already alternative although amount ancient answer appear apply approach appropriate
        argue arrange arrive ask aspect assist assume attempt attend attention available average avoid aware away back balance base basic basis bear become begin behave belief believe belong benefit better beyond big bit body both bottom
        break brief bring broad build building business busy buy call capable care carry case catch cause central century certain challenge chance change character charge check choice choose claim class clean clear close collect combine
        come comfort common communicate community company compare complete complex concern condition conduct confirm connect consider consist constant construct contain content context continue contribute control convenient cool copy core
        correct cost count country couple course cover create creation critical culture current customer cut daily damage danger dark day deal death decade decide decision deep define degree deliver demand depend describe design desire
        destroy detail determine develop development die difference different difficult direct direction discover discuss display distance distinct divide doubt draw dream drive drop dry due early earn ease east easy eat edge effect effort
        element eliminate else emerge emotion employ enable encounter encourage end energy engage enjoy enough enter entire environment equal escape especially essential establish estimate event eventually evidence exact examine example
        exchange excite exist expand expect expense experience explain explore express extend extent extra extreme eye face facility fact factor fail fair fall familiar family famous far fast favor feature feel field fight figure fill
        final find fine finish firm fit fix flow focus follow food force foreign form former forward foundation free frequent fresh friend front full function fundamental further future gain gather general generate gentle give global goal
        good grant great ground group grow growth guard guess guide habit half hand handle happen happy hard hate head health hear heart heavy height help hide high highlight history hit hold home honor hope host hour house huge human
        idea ideal identify image imagine immediate impact imply importance impossible impress improve incident income increase indeed independent indicate individual influence inform initial inside inspire instance intend intense interact
        interest internal introduce invest investigate invite involve issue item job join judge jump just justify keep key kind know knowledge labor lack land language large last late later laugh launch law lay lead learn leave legal length
        less let letter level lie life lift light like limit line link list listen little live local locate location long look lose loss lot love low machine main maintain major majority manage manner mark market mass master match material
        matter maximum maybe mean meaning measure medium meet member memory mental mention mere message middle mind minimum minor miss mistake mix model modern moment money mood moral morning motion move movement multiple name narrow nation
        native natural nature near nearby necessary negative neither nervous network night normal north note notice object objective observe obtain obvious occasion occur offer office official open operate operation opinion opportunity
        opposite option order ordinary organization organize origin original outcome outside overcome own pace pack pair part participate particular partner pass past path pattern pause pay peace people perceive percent perfect perform
        performance period permanent permit person personal perspective phase physical pick picture piece place plan plant play please pleasure plenty point policy political poor popular population position positive possess possibility
        potential power practical practice prefer prepare presence present preserve press pressure prevent previous price primary principle prior private problem procedure proceed process produce product professional program progress
        project promise promote proper property proportion propose protect prove provide public pull purchase purpose pursue push put quality quantity quick quiet quite raise range rank rapid rare rate raw reach react read ready real
        reality realize reason receive recent recognize recommend record recover reduce refer reflect refuse regard region regular relate relation relationship relative release relevant relief rely remain remark remember remind remote
        remove repeat replace reply report represent reputation request require requirement rescue research reserve resolve resource respect respond response responsible rest restore restrict result retain return reveal reverse review
        rich ride right rise risk role room root rough round routine rule run rush safe safety satisfy save scale scene schedule search season seat secondary secret section secure seek seem select self sell send sense sensitive separate
        series serious serve service set settle several severe shape share sharp shift short show side sight sign significance silence similar simple single sit situation size skill skin sleep slight slow small social society soft solid
        solution solve sort sound source south space speak special specific speech speed spend spirit spread stable staff stage stand standard start state statement station status stay steady step stick stop store story straight strange
        strategy strength stress stretch strict strike strong structure struggle student study style subject success successful sudden suffer sufficient suggest suit sum supply support suppose sure surface surprise surround survive switch
        symbol system table talk target task taste teach team technique technology tend term test theory thing think thought threat throw tie tight time tiny together tone tool top topic total touch toward trade tradition traditional
        train transfer transform travel treat treatment trend trial trip trouble true trust truth try turn type typical unable uncertain understand unique unit unite unless unusual update upper useful user usual value variety various vary
        vast version view visible visit visitor visual vital voice volume wait walk wall want warm warn waste watch water way weak wear week weight west whole wide wild will win wind wish wonder word work worker world worry worth write wrong
        year young guest diner patron experience option establishment highlight atmosphere ambiance ambience locate offering overall
        """);

    /// <summary>What a stem counts for when nothing else is known of it, in (0, 1].</summary>
    public static double Weight(string stem) => Vague.Contains(stem) || Framing.Contains(stem) ? 0.5 : Everyday.Contains(stem) ? 0.75 : 1;

    /// <summary>The claim's stems that are vague, framing or everyday words.</summary>
    public static ulong Everywhere(PreparedClaim claim)
    {
        var mask = 0UL;
        for (var bit = 0; bit < claim.Stems.Count; bit++)
            mask |= Weight(claim.Stems[bit]) < 1 && !Evaluative.Contains(claim.Stems[bit]) ? 1UL << bit : 0;
        return mask & ~claim.Names;
    }

    /// <summary>Praise, blame and other judgements.</summary>
    public static FrozenSet<string> Evaluative { get; } = Stems("""
        great good excellent wonderful fantastic amazing perfect ideal best better nice lovely beautiful delicious tasty popular famous renowned cozy charming friendly attentive impressive outstanding exceptional memorable enjoyable
        pleasant unique vibrant relaxed welcoming convenient high-quality quality top favorite favourite must solid reliable beloved iconic legendary stunning remarkable bad poor terrible awful horrible disappointing slow rude overpriced
        mediocre unfortunate tragic shocking devastating crucial vital essential effective successful powerful valuable comprehensive extensive rich innovative
        """);

    /// <summary>Words that say why.</summary>
    public static FrozenSet<string> Causal { get; } = Stems("because due cause lead result therefore consequently hence thus since reason thereby resulting stem trigger contribute");

    /// <summary>Words that leave nothing out.</summary>
    public static FrozenSet<string> Universal { get; } = Stems("all every each always never only any none entire whole entirely completely fully everyone everything nobody nothing must solely exclusively throughout");

    /// <summary>Words that compare.</summary>
    public static FrozenSet<string> Comparing { get; } = Stems("""
        more less most least fewer better best worse worst higher highest lower lowest larger largest bigger biggest smaller smallest older oldest younger youngest longer longest shorter shortest faster fastest
        earlier earliest later latest greater greatest first last only top main primary second third largest than
        """);

    /// <summary>Words that leave a statement open.</summary>
    public static FrozenSet<string> Hedging { get; } = Stems("""
        may might could can would should likely unlikely possibly perhaps probably potentially reportedly allegedly apparently seem appear suggest believe claim allege suspect expect plan propose consider hope aim intend if whether
        estimate rumor rumour accuse
        """);

    /// <summary>Words for before and after.</summary>
    public static FrozenSet<string> Temporal { get; } = Stems("before after since until during while then later earlier previously prior following subsequent subsequently currently now formerly recently ago soon eventually initially finally originally");

    private static FrozenSet<string> Stems(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Lexicon.Find(word).Stem).ToFrozenSet(StringComparer.Ordinal);
}
