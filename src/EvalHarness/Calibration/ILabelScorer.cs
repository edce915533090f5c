namespace EvalHarness.Calibration;

/// <summary>Judges labelled rows as an evaluator judges answers: all that differs from one evaluator to the next when they are measured.</summary>
public interface ILabelScorer
{
    /// <summary>The metric whose error is measured: <c>answer-correctness</c>.</summary>
    string Evaluator { get; }

    /// <summary>How it is computed: <c>local</c>, or the name of a baseline.</summary>
    string Verifier { get; }

    /// <summary>The definition that reports carry: figures hold for this one alone.</summary>
    string Definition { get; }

    /// <summary>The judgement; nothing where the row cannot be scored (a judge's reply that cannot be read).</summary>
    ValueTask<Judgement?> JudgeAsync(LabelledRow row, CancellationToken cancellationToken);
}
