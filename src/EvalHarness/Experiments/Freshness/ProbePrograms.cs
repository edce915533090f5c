using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Experiments.Freshness;

/// <summary>Starts the programs of a freshness probe as hooks are started: checked, with a time limit, and ended with all that they started.</summary>
public sealed class ProbePrograms(HookPrograms programs)
{
    /// <summary>What is wrong with a program; nothing is started.</summary>
    public IEnumerable<Inputs.InputProblem> Problems(ProbeCommand command, string where) => programs.Problems(command.Hook, where);

    /// <param name="doing"><c>apply</c>, <c>restore</c> or <c>update</c>: the program is told.</param>
    /// <returns>Why it failed; absent when it succeeded.</returns>
    public async Task<string?> RunAsync(ProbeCommand command, Sample fact, string doing, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new { doing, sample = fact.Id, question = fact.Question, documents = fact.Evidence.Select(e => e.Document).Distinct() }, RunJson.Compact);
        var outcome = await programs.RunAsync(command.Hook, body, TimeSpan.FromSeconds(command.TimeoutSeconds), cancellationToken);
        return outcome.Succeeded ? null : outcome.Said;
    }
}
