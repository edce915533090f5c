namespace EvalHarness.Evaluators.Checks;

/// <summary>A check that measures a reply. Stateless; called from several threads at once.</summary>
internal interface IGauge : ICheck
{
    /// <summary>What it measures; the first carries the metric's own id.</summary>
    IReadOnlyList<Dial> Dials { get; }

    /// <summary>One reading for every dial, in their order.</summary>
    IReadOnlyList<Reading> Measure(CheckedReply reply);
}
