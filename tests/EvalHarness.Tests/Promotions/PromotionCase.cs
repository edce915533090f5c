using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Runs;
using EvalHarness.Tests.Checkpoints;

namespace EvalHarness.Tests.Promotions;

/// <summary>Versions 1 and 2, 1 in production, and a verdict for 2 against it: nothing speaks against its promotion until a test changes something.</summary>
internal sealed class PromotionCase : IDisposable
{
    public static readonly string Training = new('e', 64);

    public PromotionCase()
    {
        Some.Folder.Write("checkpoints/two.bin", "weights of 2");
        Some.Register("1");
        using (var writer = Some.Open())
            writer.Add(SomeRegistry.Checkpoint("2", Training) with { Artefact = Artefact.At(Some.Folder["checkpoints/two.bin"], Path.GetDirectoryName(Some.File)!) });
        Some.Move("1");
        Gate = Verdict();
    }

    public SomeRegistry Some { get; } = new();

    public GateResult Gate { get; set; }

    public StandingPolicy Policy { get; set; } = new("gate.yaml", "policy-hash", null);

    public StandingRun Run { get; set; } = new("run-2", "dataset-hash", "identity-2", ["helpdesk@2"], new Dictionary<string, string> { ["success"] = "success@1", ["other"] = "other@1" });

    public List<LintRecord> Lints { get; } = [];

    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(14);

    public Deployment Deployment { get; set; } = new(Hooks.None, null!, null!, TimeProvider.System);

    public AliasState? Production => Some.Read().Aliases.GetValueOrDefault("production");

    public async Task<PromotionResult> PromoteAsync(string version = "2", string alias = "production", string? overriding = null, bool withGate = true)
    {
        using var writer = Some.Open();
        return await new AliasMover(writer, Deployment, Some.Time).PromoteAsync(
            new PromotionRequest
            {
                Checkpoint = writer.Registry.Find($"helpdesk@{version}", "x"),
                Alias = alias,
                Gate = withGate ? Evidence() : null,
                Policy = Policy,
                Runs = [Run],
                Lints = Lints,
                MaxAge = MaxAge,
                Override = overriding,
            },
            CancellationToken.None);
    }

    public async Task<PromotionResult> RollBackAsync(string? reason = null)
    {
        using var writer = Some.Open();
        return await new AliasMover(writer, Deployment, Some.Time).RollBackAsync("production", reason, CancellationToken.None);
    }

    public LintRecord Lint(int leaks, string dataset = "dataset-hash", string? training = null) => LintRecord.Read(Some.Folder.Write(
        $"lint-{Lints.Count}.json",
        JsonSerializer.Serialize(new { linter = "lint/1", training = new { hash = training ?? Training }, dataset = new { hash = dataset }, errors = leaks, leaks })));

    public void Dispose() => Some.Dispose();

    // Through a file, as the command line has it.
    private GateEvidence Evidence() => GateEvidence.Read(Some.Folder.Write("run-2/gate.json", JsonSerializer.Serialize(Gate, RunJson.Indented)));

    private GateResult Verdict() => new()
    {
        Verdict = EvalHarness.Gates.Verdict.Promote,
        Why = "Every guardrail holds.",
        Policy = "release",
        PolicyHash = "policy-hash",
        Runs =
        [
            new JudgedRun("run-2", "help", "dataset-hash", "test", "tuned", "identity-2", "helpdesk@2", "run-2", "production", "identity-1", "helpdesk@1", SomeRegistry.Start, new Dictionary<string, string> { ["success"] = "success@1" }),
        ],
        PolicyAlpha = 0.05,
        Alpha = 0.025,
        Look = 1,
        Registry = Some.State(),
        Lines = [],
        Notes = [],
        DecidedAt = SomeRegistry.Start,
        HarnessVersion = "0.1.0",
    };
}
