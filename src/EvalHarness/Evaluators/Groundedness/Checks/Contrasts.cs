using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Words that exclude one another when they are said of the same: directions, quantifiers, weekdays, ordinals.</summary>
internal static class Contrasts
{
    private const int Quantifiers = 0;
    private const int Ordinals = 1;

    /// <summary>The axes behind the first two that turn who and whom round: what is more than this is this less than that.</summary>
    private const int Turning = 14;

    private const string Axes = """
        all every each always both everyone everybody everything | some several sometimes partly certain | most mostly usually | few rarely seldom hardly | no none nobody never neither nothing | only solely
        0th
        more | less fewer
        higher | lower
        above over | below under
        before | after
        earlier | later
        larger bigger greater | smaller
        longer | shorter
        older | younger
        faster | slower
        better | worse
        stronger | weaker
        win won beat defeat | lose lost
        buy bought | sell sold
        lend lent | borrow
        rise rose risen increase grow grew grown gain climb climbed jump soar up | decrease decline fall fell fallen drop dropped shrink shrank plunge down
        largest biggest greatest | smallest
        longest | shortest
        oldest | youngest
        highest | lowest
        maximum | minimum
        best | worst
        enable | disable
        allow permit | forbid prohibit ban
        include | exclude
        required mandatory compulsory obligatory | optional voluntary
        internal | external
        public | private
        open | closed
        accept approve | reject refuse dismiss
        start begin began begun | stop end
        add | remove
        lock | unlock
        automatic automatically | manual manually
        push | pull
        visible | hidden
        incoming | outgoing
        online | offline
        hourly | daily | weekly | monthly | yearly annual annually
        present | absent
        guilty | innocent acquitted
        monday | tuesday | wednesday | thursday | friday | saturday | sunday
        north northern | south southern | east eastern | west western
        red | green | blue | black | white | yellow | brown
        male | female
        """;

    private static readonly FrozenDictionary<string, (int Axis, int Side)> Known = Read();

    /// <summary>What a word contrasts with: an axis, and its side of it.</summary>
    public static (int Axis, int Side)? Of(Word word)
    {
        var stem = word.Stem;
        if (char.IsAsciiDigit(stem[0]) && word.Lexeme.Number is null && stem[^1] is 't' or 'd' or 'h' && int.TryParse(stem.AsSpan(0, stem.Length - 2), out var ordinal))
            return (Ordinals, ordinal);
        return Known.TryGetValue(stem, out var found) ? found : null;
    }

    public static bool IsQuantifier(int axis) => axis == Quantifiers;

    /// <summary>Exchanging the word for its opposite and the two parties says the same: <c>A beat B</c>, <c>B lost to A</c>.</summary>
    public static bool TurnsOrder(int axis) => axis is > Ordinals and <= Ordinals + Turning;

    /// <summary>The claim's side cannot hold where the evidence has the other; <c>some</c> may be said where the evidence says <c>all</c>.</summary>
    public static bool Exclude(int axis, int mine, int theirs)
    {
        if (mine == theirs)
            return false;
        if (axis != Quantifiers)
            return true;
        const int All = 0, Some = 1, Most = 2, Few = 3, None = 4;
        return mine switch
        {
            All or None => true,
            Most => theirs is Some or Few or None,
            Few => theirs is All or Most or None,
            Some => theirs is None,
            _ => theirs is None,
        };
    }

    private static FrozenDictionary<string, (int Axis, int Side)> Read()
    {
        var known = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (axis, line) in Axes.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            foreach (var (side, words) in line.Split('|').Index())
            {
                foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    known.TryAdd(Lexicon.Find(word).Stem, (axis, side));
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
