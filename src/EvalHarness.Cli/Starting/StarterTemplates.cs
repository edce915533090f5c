namespace EvalHarness.Cli.Starting;

/// <summary>Answers that guides begin with: <c>--template</c> takes a guide's name, and the other options still win.</summary>
internal static class StarterTemplates
{
    private const string Local = "http://127.0.0.1:8000/v1";

    /// <summary>By the guide's file name in docs/guides, without its ending.</summary>
    public static IReadOnlyDictionary<string, StarterGiven> All { get; } = new SortedDictionary<string, StarterGiven>(StringComparer.Ordinal)
    {
        ["compare-rag-with-fine-tuned"] = new() { Compare = ["rag", "fine-tuned"] },
        ["decide"] = new() { Compare = ["rag", "base", "prompted", "fine-tuned", "hybrid"] },
        ["first-day"] = new() { Compare = ["rag", "base"], Url = Local, Rows = 30 },
        ["gate"] = new() { Compare = ["fine-tuned", "hybrid"], Answer = "json", Matters = "format" },
        ["nightly"] = new() { Compare = ["fine-tuned", "base"] },
        ["sweep"] = new() { Compare = ["rag", "base"], Matters = "citations" },
        ["vllm-llamacpp-ollama"] = new() { Compare = ["rag", "fine-tuned"], Url = Local },
    };
}
