using System.Numerics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>How one side's answers to one sample came, night by night: the same bytes, or others.</summary>
/// <remarks>One switch is a change; two or more among the last ten answers are chance at work. What is known before a night decides what counts in it, so that no luck of the night itself does.</remarks>
public readonly record struct AnswerVariation
{
    private const uint Window = (1u << 9) - 1;
    private const int FewestSwitches = 2;

    private readonly ulong last;
    private readonly uint switches;
    private readonly bool isSeen;

    private AnswerVariation(ulong last, uint switches) => (this.last, this.switches, isSeen) = (last, switches, true);

    /// <summary>Whether the answers are known to be drawn anew each time.</summary>
    public bool Varies => BitOperations.PopCount(switches & Window) >= FewestSwitches;

    /// <summary>Whether an answer is another than the last one; the first one is.</summary>
    public bool IsOther(ulong digest) => !isSeen || digest != last;

    public AnswerVariation After(ulong digest) => new(digest, (switches << 1) | (isSeen && digest != last ? 1u : 0u));
}
