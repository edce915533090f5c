using System.Globalization;
using EvalHarness.Checkpoints;
using EvalHarness.Gates;
using EvalHarness.Inputs;

namespace EvalHarness.Promotions;

/// <summary>Looks for all that speaks against a promotion. Nothing is read or written: files were looked at before.</summary>
internal sealed class PromotionCheck(PromotionRequest request, CheckpointRegistry registry, DateTimeOffset now)
{
    private const string GateAgain = "Run and gate it again: evalharness run, then evalharness gate.";
    private const string Production = "production";

    private readonly ProblemList against = new();

    /// <summary>Each a reason by itself; empty when nothing speaks against it.</summary>
    public IReadOnlyList<InputProblem> Refusals()
    {
        CheckArtefact();
        if (request.Gate is { } gate)
            CheckGate(gate);
        else
            against.Add(request.Checkpoint.FullName, "no verdict was given for it", "Gate a run of it, then name the run: --gate <run>.");
        CheckLint();
        return against.Problems;
    }

    /// <summary>What a reader of the promotion should know though it does not speak against it.</summary>
    public IReadOnlyList<string> Notes() => (request.Checkpoint.TrainingHash, Lint()) switch
    {
        (null, _) => [$"The training data of {request.Checkpoint.FullName} are not known to the registry: nobody could look for leaks."],
        (_, null) => [$"No lint result was found for the training data of {request.Checkpoint.FullName}: nobody looked for leaks (evalharness lint-training)."],
        (_, { } lint) when !IsOfDataset(lint) => [$"{lint.Reference.File} held the training data against another dataset than the gate's."],
        _ => [],
    };

    /// <summary>The lint result that speaks of the checkpoint's training data: against the gate's dataset where there is one, else the one with the most leaks.</summary>
    public LintRecord? Lint() => request.Lints
        .Where(l => request.Checkpoint.TrainingHash is { } hash && l.TrainingHash == hash)
        .OrderByDescending(IsOfDataset)
        .ThenByDescending(l => l.Reference.Leaks)
        .FirstOrDefault();

    private void CheckArtefact()
    {
        if (request.Checkpoint.Artefact?.Problem(registry.Folder) is { } problem)
            against.Add(problem);
    }

    private void CheckGate(GateEvidence gate)
    {
        if (gate.Result.Verdict != Verdict.Promote)
            against.Add(gate.File, $"the verdict is {gate.VerdictWord}: {gate.Result.Why.TrimEnd('.')}", "Only a promote verdict moves an alias.");
        CheckAge(gate);
        CheckPolicy(gate);
        CheckMoves(gate);
        foreach (var judged in gate.Result.Runs)
            CheckRun(judged, request.Runs.FirstOrDefault(r => r.Run == judged.Run) ?? StandingRun.Gone(judged.Run, "nobody looked at it"));
    }

    private void CheckAge(GateEvidence gate)
    {
        // The rows speak of the model as it was when they were made.
        var oldest = gate.Result.Runs.Select(r => r.FinishedAt).Append(gate.Result.DecidedAt).Min();
        if (now - oldest > request.MaxAge)
            against.Add(gate.File, Text($"the verdict rests on answers of {oldest:yyyy-MM-dd}, {(now - oldest).TotalDays:0} days ago, and at most {request.MaxAge.TotalDays:0.#} are allowed"), $"{GateAgain} Or allow more: --max-age-days.");
        if (gate.Result.DecidedAt - now > TimeSpan.FromHours(1))
            against.Add(gate.File, Text($"the verdict is of {gate.Result.DecidedAt:yyyy-MM-dd HH:mm}, which is yet to come"), "Mend the clocks, then gate again.");
    }

    private void CheckPolicy(GateEvidence gate)
    {
        if (request.Policy is not { Hash: { } hash })
            against.Add(request.Policy?.File ?? gate.File, $"the policy '{gate.Result.Policy}' cannot be checked ({request.Policy?.Missing ?? "nobody looked at it"})", "Say where it stands: --policy gate.yaml.");
        else if (hash != gate.Result.PolicyHash)
            against.Add(request.Policy.File, $"the policy is not the one that the verdict was given by ({ContentHash.Short(hash)}, not {ContentHash.Short(gate.Result.PolicyHash)})", "Put the policy back, or gate again by this one.");
    }

    // What the alias names now is what the candidate had to be held against.
    private void CheckMoves(GateEvidence gate)
    {
        if (gate.Witness is { } witness)
            against.AddRange(RegistryVerification.Contradictions(registry.File, registry.Entries, [witness]));
        var moved = registry.Entries.FirstOrDefault(e => e.Move?.Alias == request.Alias && (gate.Result.Registry is { } state ? e.Sequence > state.Count : e.At > gate.Result.DecidedAt));
        if (moved is not null)
            against.Add(gate.File, Text($"{request.Alias} has moved to {moved.Move!.To} since the verdict (entry {moved.Sequence})"), $"Gate the candidate against it: --baseline checkpoint:{moved.Move.To}.");
        else if (Holders() is { Count: > 0 } holders && !holders.Contains(gate.Judged.BaselineCheckpoint ?? ""))
            against.Add(gate.File, $"the candidate was held against {gate.Judged.BaselineCheckpoint ?? $"pipeline '{gate.Judged.Baseline}'"}, and {request.Alias} is {holders[0]}", $"Gate it against that: --baseline checkpoint:{holders[0]}.");
    }

    private List<string> Holders() => [.. new[] { request.Alias, Production }.Select(a => registry.Aliases.GetValueOrDefault(a)?.Checkpoint).OfType<string>()];

    private void CheckRun(JudgedRun judged, StandingRun standing)
    {
        var where = $"run {judged.Run}";
        if (standing.Missing is { } missing)
        {
            against.Add(where, $"it cannot be looked at again: {missing}", "Put it back, or run and gate it again.");
            return;
        }

        CheckCandidate(where, judged, standing);
        if (standing.DatasetHash != judged.DatasetHash)
            against.Add(where, "the dataset has changed since the verdict", $"Put it back, or score and gate again: evalharness score {judged.Run}.");
        string[] changed = [.. judged.Definitions.Where(d => standing.Definitions.GetValueOrDefault(d.Key) != d.Value).Select(d => d.Key)];
        if (changed.Length > 0)
            against.Add(where, $"these metrics are defined otherwise now than in the verdict: {string.Join(", ", changed)}", $"Score and gate again: evalharness score {judged.Run}.");
    }

    private void CheckCandidate(string where, JudgedRun judged, StandingRun standing)
    {
        string[] names = judged.CandidateCheckpoint is { } checkpoint ? [checkpoint] : [.. standing.CandidateNames];
        if (!names.Contains(request.Checkpoint.FullName) && !(request.Checkpoint.ModelId is { } id && names.Contains(id)))
            against.Add(where, $"its candidate '{judged.Candidate}' is {(names.Length == 0 ? "no checkpoint" : string.Join(", ", names))}, not {request.Checkpoint.FullName}", "Name a verdict about this checkpoint.");
        else if (standing.CandidateIdentity != judged.CandidateIdentity)
            against.Add(where, $"its candidate '{judged.Candidate}' would answer otherwise now: a prompt, corpus, model, checkpoint or setting has changed since", "Put it back, or run and gate again.");
    }

    private void CheckLint()
    {
        if (Lint() is { Reference.Leaks: > 0 } lint)
            against.Add(lint.Reference.File, Text($"{lint.Reference.Leaks} findings say that gold stands in the training data"), "Remove those rows, train again, and register what comes of it as another version.");
    }

    private bool IsOfDataset(LintRecord lint) => request.Gate?.Result.Runs.Any(r => r.DatasetHash == lint.DatasetHash) == true;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
