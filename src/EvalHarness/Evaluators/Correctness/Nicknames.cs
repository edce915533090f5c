using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>First names that are said for one another.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, int> Families = """
        william bill billy will willie
        robert bob bobby rob robbie
        james jim jimmy jamie
        john johnny jack jon
        richard dick rick ricky richie
        charles charlie chuck
        edward ed eddie ted teddy ned
        thomas tom tommy
        michael mike mick mickey
        joseph joe joey
        anthony tony antony
        elizabeth liz lizzie beth betty
        margaret maggie peggy meg
        katherine catherine kate katie kathy cathy kathryn
        alexander alex alec sandy
        andrew andy drew
        benjamin ben benny
        christopher chris kit
        daniel dan danny
        david dave davy
        donald don donny
        frederick fred freddie freddy
        george georgie
        gerald gerry jerry
        henry harry hank
        jacob jake
        kenneth ken kenny
        lawrence laurence larry laurie
        leonard len lenny leo
        matthew matt
        nicholas nick nicky nicolas
        patrick pat paddy
        peter pete
        philip phil phillip
        raymond ray
        ronald ron ronnie
        samuel sam sammy
        stephen steven steve
        susan sue suzy
        timothy tim
        victoria vicky
        walter walt
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany((line, family) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, family)))
        .DistinctBy(n => n.name)
        .ToFrozenDictionary(n => n.name, n => n.family, StringComparer.Ordinal);

    /// <param name="name">In lower case.</param>
    /// <param name="other">In lower case.</param>
    public static bool AreOne(string name, string other) => Families.TryGetValue(name, out var family) && Families.TryGetValue(other, out var second) && family == second;
}
