using System.CommandLine;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Looks for tampering: in the registry itself, and against the verdicts that remember how far it went.</summary>
internal sealed class VerifyCommand(TerminalOutput terminal)
{
    private readonly Argument<string[]> gates = new("gates") { Description = "Verdicts that remember the registry: runs or gate.json files.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> parent = new("--reports") { Description = "A folder of runs: the verdicts of those whose experiment uses this registry are held against it too.", DefaultValueFactory = _ => "reports" };
    private readonly Option<string?> head = new("--head") { Description = "What a promotion printed and you kept: count:hash." };
    private readonly Option<bool> artefacts = new("--artefacts") { Description = "Hash every registered artefact again." };
    private readonly RegistryOptions registry = new();

    public Command Build()
    {
        var verb = new Verb(
            "verify",
            """
            Look for tampering: entries edited, deleted, added, put in another order, cut off, or the whole file replaced.

            Each entry holds the hash of the one before; verdicts (gate.json) hold the count and the hash of the last entry as they were then.
            Entries newer than every verdict have no witness but the chain itself: keep what promote prints, and give it as --head.
            """,
            "evalharness checkpoints verify",
            "evalharness checkpoints verify 20261123-101500-helpdesk archive/gate.json --artefacts",
            "evalharness checkpoints verify --head 12:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") { gates, parent, head, artefacts };
        registry.AddTo(verb, writes: false);
        verb.SetAction(Verify);
        return verb;
    }

    private int Verify(ParseResult parsed)
    {
        var file = registry.File(parsed);
        var witnesses = Witnesses(parsed, file);
        var found = RegistryVerification.Of(file, witnesses);
        List<InputProblem> problems = [.. found.Problems, .. parsed.GetValue(artefacts) && found.Problems.Count == 0 ? Artefacts(file) : []];
        if (registry.IsJson(parsed))
            terminal.Line(JsonSerializer.Serialize(new { registry = file, found.Count, found.Head, witnesses = witnesses.Select(w => w.Where), problems }, RunJson.Compact));
        else if (problems.Count == 0)
            terminal.Line(FormattableString.Invariant($"{file}: {found.Count} entries, head {found.Head}: the chain is whole{(witnesses.Count == 0 ? ", and nobody remembers it otherwise: no verdict was found" : $", and {witnesses.Count} who remember it agree")}"));
        foreach (var problem in problems)
            terminal.Error(problem.ToString());
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Invalid;
    }

    private IReadOnlyList<RegistryWitness> Witnesses(ParseResult parsed, string file)
    {
        var reports = parsed.GetValue(parent)!;
        var given = parsed.GetValue(gates)!.Select(g => GateFiles.Find(g, reports)).ToList();
        var found = GateFiles.Below(reports).Where(g => IsOf(g, file)).Select(GateEvidence.Read);
        var all = given.Concat(found).DistinctBy(g => Path.GetFullPath(g.File)).Select(g => g.Witness).OfType<RegistryWitness>();
        return [.. all, .. parsed.GetValue(head) is { } kept ? [Kept(kept)] : Array.Empty<RegistryWitness>()];
    }

    // Verdicts of runs of another experiment may remember another registry.
    private static bool IsOf(string gate, string registry)
    {
        try
        {
            return RegistryOptions.FileOf(new RunFolder(Path.GetDirectoryName(gate)!).ReadManifest().ExperimentFile) == registry;
        }
        catch (Exception exception) when (exception is InputException or IOException)
        {
            return false;
        }
    }

    private static RegistryWitness Kept(string text) => text.Split(':') is [var count, { Length: 64 } hash] && int.TryParse(count, System.Globalization.CultureInfo.InvariantCulture, out var entries) && entries >= 0
        ? new RegistryWitness("--head", hash.ToLowerInvariant(), entries)
        : throw new InputException(new InputProblem("--head", $"'{text}' is not what promote prints", "Write count:hash: 12:9f86d0…, with all 64 digits."));

    private static IEnumerable<InputProblem> Artefacts(string file)
    {
        var read = CheckpointRegistry.Read(file);
        return read.Checkpoints.Select(c => c.Artefact?.Problem(read.Folder)).OfType<InputProblem>();
    }
}
