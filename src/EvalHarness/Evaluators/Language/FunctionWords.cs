using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Language;

/// <summary>English words that carry no content of their own, and those that turn a statement round.</summary>
internal static class FunctionWords
{
    public static FrozenSet<string> All { get; } = Set("""
        a about again all also although am among an and another any anyone anything are aren as at be because been being both but by can could did do does doing done
        down during each either else etc even ever every few for from further get gets getting got had has have having he hence her here hers herself him himself his
        how however i if in indeed instead into is it its itself just let like ll made make makes making many may me might more most much must my myself namely nearly
        now of off often on once only onto or other others ought our ours ourselves out over own per perhaps please quite rather re really same shall she should since
        so some someone something somewhat soon still such than that the their theirs them themselves then there thereby therefore these they this those though through
        thus to together too towards under until up upon us use used uses using usually various ve very via was we well were what whatever when whenever where whereas
        whether which while who whom whose why will with within would yes yet you your yours yourself yourselves
        """);

    public static FrozenSet<string> Negators { get; } = Set("""
        no not never none nobody nothing neither nor nowhere cannot cant can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't
        haven't hadn't mustn't needn't ain't without unable impossible hardly dont doesnt didnt isnt wont
        """);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
