using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports;
using EvalHarness.Tests.Reports.Html;

namespace EvalHarness.Browser.Tests;

/// <summary>A report whose every text from data tries to run, to load, to hide or to disguise something.</summary>
internal static class HostileReport
{
    /// <summary>What an attack leaves behind: a flag, and a dialog.</summary>
    private const string Attack = "window.attacked=true;alert(1)";

    public static IReadOnlyList<string> Texts { get; } =
    [
        $"<script>{Attack}</script>",
        $"</script><script>{Attack}</script>",
        $"<!-- <script> --><script>{Attack}</script>",
        $"<img src=x onerror=\"{Attack}\">",
        $"<svg onload=\"{Attack}\"><details open ontoggle=\"{Attack}\"></details></svg>",
        $"\" autofocus tabindex=0 onfocus=\"{Attack}\" x=\"",
        $"javascript:{Attack}",
        $"[link](javascript:{Attack})",
        $"<a href=\"javascript:{Attack}\">link</a>",
        $"<iframe srcdoc=\"<script>parent.{Attack}</script>\"></iframe>",
        "<link rel=stylesheet href=http://127.0.0.1:9/a.css><img src=http://127.0.0.1:9/a.png>",
        "<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\"><base href=http://127.0.0.1:9/>",
        "</style><style>body{display:none}</style>",
        "x;position:fixed;inset:0;background:url(http://127.0.0.1:9/a.png)",
        $"{{{{script}}}} ${{{Attack}}}",
        "\u202Egnp.exe\u202C \u2066isolated\u2069 \u200Bunseen",
        "__proto__",
    ];

    public static string Megabyte { get; } = new('x', 1 << 20);

    public static RunReport Make()
    {
        var rows = Texts.SelectMany((text, i) => SomeReport.Pipelines.Select(pipeline => Row(pipeline, Sample(i, text), text)))
            .Concat(SomeReport.Pipelines.Select(pipeline => Row(pipeline, Sample(0, "long"), pipeline == "rag" ? Megabyte : "short")));
        var report = SomeReport.With([.. rows]);
        return report with
        {
            Description = string.Join(' ', Texts),
            Corpus = SomePageRows.Corpus,
            Answers = new AnswerReader(new AnswerContract { Text = "answer", Citations = "citations" }),
            Manifest = report.Manifest with { Name = Texts[1], Notes = Texts, Command = Texts[3] },
        };
    }

    private static Sample Sample(int i, string text) => Some.Sample(text, text) with
    {
        Answers = [text],
        Evidence = [new GoldEvidence(text, text)],
        Messages = i % 2 == 0 ? [new Message(text, text)] : [],
        Context = new Dictionary<string, string> { [text] = text },
        Expected = new JsonObject { ["category"] = text },
        Tags = SomeRows.Make()[0].Sample.Tags.Append(new(text, text)).ToDictionary(),
    };

    private static ResultRow Row(string pipeline, Sample sample, string text)
    {
        var trace = Some.Trace(pipeline == "base" ? null : Answer(text), sample.Id, pipeline) with { Stages = new Dictionary<string, TimeSpan> { [text] = TimeSpan.FromSeconds(1) } };
        if (trace.Answer is null)
            trace = trace with { Error = new TraceError("exception", text) };
        var scores = SomeScores.Of(sample, trace, abstains: false, new Random(1)).ToDictionary(s => s.Key, s => s.Value with { Reason = text });
        var claim = new JsonObject { ["claim"] = text, ["supported"] = true, ["document"] = text, ["reason"] = text };
        scores["groundedness-corpus"] = scores["groundedness-corpus"] with { Detail = new JsonArray(claim) };
        return new ResultRow(pipeline, 0, sample, trace, scores);
    }

    /// <summary>Half of the replies are JSON with citations, half are the bare text.</summary>
    private static Answer Answer(string text) => Some.Answer(text.Length % 2 == 0 ? text : Reply(text)) with
    {
        Passages = [new Passage(text, text, text, text, null, 1)],
        Candidates = [new Candidate(text, text, null, 1, 1, 1, new Dictionary<string, double> { [text] = 1 }, [text], true)],
        Model = text,
    };

    private static string Reply(string text) =>
        new JsonObject { ["answer"] = text, ["citations"] = new JsonArray(new JsonObject { ["sentence"] = text, ["document"] = text }) }.ToJsonString();
}
