using EvalHarness.Calibration;
using EvalHarness.Cli.Terminal;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Inputs;
using EvalHarness.Nightly.Anchors;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Cli.Nightly;

/// <summary>The anchors of a night, scored by what the experiment scores with; what judges are paid for it is said.</summary>
/// <param name="named">As <c>evaluator=file</c>.</param>
internal sealed class NightAnchors(IReadOnlyList<string> named, Composition composition, TerminalOutput terminal)
{
    private const string Option = "--anchors";

    /// <exception cref="InputException">A file is missing or wrong, or the experiment has nothing that could be measured.</exception>
    public async Task<IReadOnlyList<AnchorReading>> ReadAsync(double floor, CancellationToken cancellationToken)
    {
        List<AnchorReading> readings = [];
        List<AnchorSet> sets = [.. named.Select(Set)];
        using var bill = JudgeBill.Open();
        foreach (var set in sets)
            readings.Add(await set.ReadAsync(floor, cancellationToken));
        if (bill.Calls.Count > 0)
            await PrintAsync(bill);
        return readings;
    }

    private async Task PrintAsync(JudgeBill bill)
    {
        foreach (var entry in await new Ledger(composition.Inputs).JudgesAsync(bill.Calls.ToAsyncEnumerable()))
            terminal.Note($"anchors, judge {entry.Item}: {LedgerWords.Sum(entry)} as if called, {LedgerWords.Spent(entry)} spent; {LedgerWords.Basis(entry)}.");
    }

    private AnchorSet Set(string text) => text.Split('=', 2) switch
    {
        [LabelScorers.Groundedness, var file] => new AnchorSet(file, VerifierName(), composition.VerifierScorer()),
        [LabelScorers.Correctness, var file] => new AnchorSet(file, $"judge '{CorrectnessJudge()}'", composition.CorrectnessScorer(CorrectnessJudge(), Option)),
        _ => throw new InputException(new InputProblem(Option, $"'{text}' does not say what is scored and where the labels are", $"Write {LabelScorers.Groundedness}=labels.jsonl or {LabelScorers.Correctness}=labels.jsonl.")),
    };

    private string VerifierName() => composition.Experiment.Verifier.Kind == JudgeVerifier.Kind
        ? $"judge '{(string?)composition.Experiment.Verifier.Settings["judge"] ?? composition.Judge(null, Option).Source.Name}'"
        : $"verifier '{composition.Experiment.Verifier.Kind}'";

    private string CorrectnessJudge() => composition.Experiment.Correctness?.Judge
        ?? throw new InputException(new InputProblem(Option, "no judge of the experiment says whether answers are correct", "Name one under correctness:, or leave these anchors out: the local matcher does not drift."));
}
