using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace EvalHarness.Embedded.Text;

/// <summary>English words that tell nothing about the subject of a question or a sentence.</summary>
internal static class StopWords
{
    private const string Words = """
        a about after again ain all also am an and any anybody anyone anything are aren as at be because been before being both but by can cannot could couldn d did didn do does doesn doing don
        e.g else etc ever every everybody for from further get gets getting go goes going gone got had hadn has hasn have haven having he hello help her here hers hi him his how i i'd i'll i'm i've if in into is isn it its itself
        just kind know let ll like ll m make many may me might mine more most much must my myself need no nor not now of off oh ok okay on once only or other our ours out over own please
        quite rather re really s said same say see shall she should shouldn since so some somebody someone something still such sure t take tell than thank thanks that the their theirs them then there these they thing things this those though to too
        try trying under until up upon us use used using ve very want wanted wants was wasn way we well went were weren what whatever when where whether which while who whom whose why will with won would wouldn yes yet you your yours
        can't couldn't didn't doesn't don't hadn't hasn't haven't isn't it's shouldn't that's there's they're they've wasn't we'd we'll we're we've weren't what's won't wouldn't you'd you'll you're you've
        """;

    public static CharArraySet Set { get; } = new(
        LuceneVersion.LUCENE_48,
        Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
        ignoreCase: true);
}
