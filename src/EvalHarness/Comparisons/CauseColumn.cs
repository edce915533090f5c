using EvalHarness.Diagnosis;

namespace EvalHarness.Comparisons;

/// <summary>One pipeline: why each row failed, by sample and repeat. A byte per row.</summary>
public sealed class CauseColumn
{
    private const byte Absent = byte.MaxValue;
    private const byte NoFailure = Absent - 1;

    private readonly byte[] rows;
    private readonly int repeats;

    internal CauseColumn(int samples, int repeats)
    {
        this.repeats = repeats;
        rows = new byte[samples * repeats];
        Array.Fill(rows, Absent);
    }

    /// <summary>Of a sample's rows that the run has, in the order of the repeats: nothing for one that did not fail.</summary>
    public IReadOnlyList<Cause?> Of(int sample)
    {
        List<Cause?> causes = new(repeats);
        foreach (var row in rows.AsSpan(sample * repeats, repeats))
            if (row != Absent)
                causes.Add(row == NoFailure ? null : (Cause)row);
        return causes;
    }

    internal static byte Packed(Cause? cause) => cause is { } some ? (byte)some : NoFailure;

    internal void Set(int sample, int repeat, byte packed) => rows[(sample * repeats) + repeat] = packed;
}
