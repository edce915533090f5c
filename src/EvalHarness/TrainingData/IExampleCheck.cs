namespace EvalHarness.TrainingData;

/// <summary>A check that one example decides. Examples are looked at side by side: it keeps nothing.</summary>
internal interface IExampleCheck
{
    ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken);
}
