namespace EvalHarness.Cli.Helping;

/// <summary>The help of every verb, by its words: <c>checkpoints promote</c>.</summary>
internal static class HelpTopics
{
    private const string Keys = "the variables that the experiment names, else OPENAI_API_KEY, ANTHROPIC_API_KEY: keys of endpoints";
    private const string Telemetry = "OTEL_*: where traces go, with telemetry: otlp in the experiment";
    private const string Browser = "EVALHARNESS_CHROMIUM: the browser that --pdf prints with";
    private const string Mlflow = "MLFLOW_TRACKING_URI; MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD";
    private const string Reader = "the variable that --token-env names: the token that readers are asked for";
    private const string Build = "GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, TF_BUILD: the build server that the verdict is told to as well";

    private static readonly IReadOnlyDictionary<string, HelpTopic> Topics = new Dictionary<string, HelpTopic>(StringComparer.Ordinal)
    {
        ["init"] = new(ExitLines.Plain, [], ["validate", "doctor", "docs/guides/init.md"]),
        ["generate"] = new(ExitLines.Run, [Keys], ["review", "doctor", "docs/guides/first-day.md"]),
        ["review"] = new(ExitLines.Plain, [], ["generate", "validate", "docs/guides/first-day.md"]),
        ["validate"] = new(ExitLines.Plain, [], ["doctor", "run", "docs/schemas/experiment.schema.json"]),
        ["doctor"] = new(ExitLines.Plain, [Keys], ["validate", "docs/guides/vllm-llamacpp-ollama.md", "docs/guides/azure.md"]),
        ["lint-training"] = new(ExitLines.Lint, [], ["train", "docs/training-data.md"]),
        ["train"] = new(ExitLines.Plain, [], ["run", "checkpoints register"]),
        ["run"] = new(ExitLines.Run, [Keys, Telemetry], ["validate", "retry", "compare", "gate", "docs/guides/compare-rag-with-fine-tuned.md"]),
        ["sweep"] = new(ExitLines.Run, [Keys], ["run", "docs/guides/sweep.md"]),
        ["retry"] = new(ExitLines.Run, [Keys], ["run", "score"]),
        ["score"] = new(ExitLines.Run, [Keys], ["run", "report", "docs/decisions/replay-then-score.md"]),
        ["compare"] = new(ExitLines.Plain, [], ["diff", "decide", "docs/how-to-read-the-verdict.md"]),
        ["diff"] = new(ExitLines.Plain, [], ["compare", "show"]),
        ["show"] = new(ExitLines.Plain, [], ["diff", "run"]),
        ["decide"] = new(ExitLines.Run, [Keys], ["compare", "sweep", "docs/guides/decide.md"]),
        ["remedy"] = new(ExitLines.Run, [Keys], ["show", "sweep", "docs/guides/remedy.md"]),
        ["freshness"] = new(ExitLines.Run, [Keys], ["run", "docs/guides/freshness.md"]),
        ["report"] = new(ExitLines.Run, [Browser], ["score", "compare"]),
        ["serve"] = new(ExitLines.Served, [Reader], ["report", "docs/guides/serve.md"]),
        ["gate"] = new(ExitLines.Gate, [Build], ["checkpoints promote", "nightly", "docs/guides/gate.md", "docs/how-to-read-the-verdict.md"]),
        ["prices"] = new(ExitLines.Plain, [], ["prices import"]),
        ["prices import"] = new(ExitLines.Plain, [], ["run", "docs/schemas/prices.schema.json"]),
        ["import"] = new(ExitLines.Plain, [], ["validate", "docs/importing.md"]),
        ["label"] = new(ExitLines.Plain, [], ["calibrate", "docs/guides/labels.md"]),
        ["label export"] = new(ExitLines.Plain, [], ["label import", "docs/guides/labels.md"]),
        ["label import"] = new(ExitLines.Plain, [], ["label export", "calibrate", "docs/guides/labels.md"]),
        ["calibrate"] = new(ExitLines.Plain, [Keys], ["label", "docs/guides/judge.md", "docs/guides/labels.md"]),
        ["checkpoints"] = new(ExitLines.Move, [], ["gate", "docs/guides/checkpoints.md"]),
        ["checkpoints register"] = new(ExitLines.Plain, [], ["train", "checkpoints show", "docs/guides/checkpoints.md"]),
        ["checkpoints list"] = new(ExitLines.Plain, [], ["checkpoints show"]),
        ["checkpoints show"] = new(ExitLines.Plain, [], ["checkpoints list", "checkpoints diff"]),
        ["checkpoints diff"] = new(ExitLines.Plain, [], ["checkpoints show"]),
        ["checkpoints promote"] = new(ExitLines.Move, [Keys], ["gate", "checkpoints rollback", "docs/guides/promotion-story.md"]),
        ["checkpoints rollback"] = new(ExitLines.Move, [Keys], ["checkpoints promote", "nightly", "docs/guides/checkpoints.md"]),
        ["checkpoints verify"] = new(ExitLines.Verify, [], ["checkpoints show", "docs/decisions/checkpoint-registry.md"]),
        ["cache"] = new(ExitLines.Plain, [], ["run", "docs/decisions/response-cache.md"]),
        ["cache stats"] = new(ExitLines.Plain, [], ["cache clear"]),
        ["cache clear"] = new(ExitLines.Plain, [], ["cache stats"]),
        ["nightly"] = new(ExitLines.Night, [Keys, Telemetry], ["gate", "checkpoints rollback", "docs/guides/nightly.md"]),
        ["mlflow"] = new(ExitLines.Plain, [Mlflow], ["report", "checkpoints", "docs/guides/mlflow.md"]),
        ["completion"] = new(ExitLines.Plain, [], ["docs/installing.md"]),
    };

    /// <summary>Absent for a verb that nothing was written about.</summary>
    public static HelpTopic? Of(string verb) => Topics.GetValueOrDefault(verb);
}
