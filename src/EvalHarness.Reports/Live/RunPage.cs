using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Live;

/// <summary>One run: how far it is, its headline figures, and the way to all that was written of it.</summary>
/// <param name="files">What may be served of its folder, with slashes between folders.</param>
/// <param name="others">Runs that it can be compared with.</param>
public sealed class RunPage(ListedRun run, IReadOnlyList<string> files, IReadOnlyList<ListedRun> others)
{
    private static readonly (string File, string Text)[] Documents =
    [
        ("index.html", "Open the report"), ("summary.md", "Summary"), ("decision.md", "Decision"), ("gate.md", "Verdict"), ("nightly.json", "Night"), ("report.pdf", "PDF"),
    ];

    public string Html() => LivePage.Of("/runs", run.Manifest.Name, run.Id, LivePage.Watched(run.IsUnderWay, string.Concat(State(), Files(), Figures())) + string.Concat(Compare(), Charts(), Facts()));

    private string State()
    {
        var sentence = $"<p class=\"state\">{LiveHtml.Badges(run)} {LiveHtml.Text(LiveWords.Sentence(run))}</p>";
        if (run.IsFinished || run.Progress is not { } progress)
            return $"<section>{sentence}</section>";
        var whole = $"<p class=\"whole\"><progress aria-label=\"Rows answered\" max=\"{progress.Planned}\" value=\"{progress.Answered}\"></progress></p>";
        var last = progress.LastAnswerAt is { } at ? $"<p class=\"small\">The newest answer was begun {LiveWords.Time(at)}.</p>" : "";
        return $"<section>{sentence}{whole}{LiveHtml.Table("Rows answered by each pipeline", ["Pipeline", "Answered", "Failed", ""], progress.Pipelines.Select(Row))}{last}</section>";
    }

    private static string Row(PipelineProgress p) => string.Concat(
        $"<th scope=\"row\">{LiveHtml.Text(p.Pipeline)}</th><td>{Figure.Count(p.Answered)} of {Figure.Count(p.Planned)}</td><td>{Figure.Count(p.Failed)}</td>",
        $"<td><progress aria-label=\"{LiveHtml.Text(p.Pipeline)}\" max=\"{p.Planned}\" value=\"{p.Answered}\"></progress></td>");

    private string Files()
    {
        var documents = Documents.Where(d => files.Contains(d.File)).Select(d => $"<li{(d.File == "index.html" ? " class=\"first\"" : "")}>{Link(d.File, d.Text)}</li>");
        List<string> tables = [.. files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)).Select(f => $"<li>{Link(f, f)}</li>")];
        return tables.Count > 0
            ? $"<ul class=\"files\">{string.Concat(documents)}</ul><ul class=\"tables\" aria-label=\"Tables\">{string.Concat(tables)}</ul>"
            : "<p class=\"small\">Nothing is reported yet.</p>";
    }

    private string Figures() => run.Headlines is not { Count: > 0 } metrics
        ? ""
        : $"<section><h2>In numbers</h2>{LiveHtml.Table("Brackets hold the 95 % interval; n is rows with a value of all rows", ["Pipeline", .. metrics.Select(LiveHtml.Label)], Pipelines().Select(p => $"<th scope=\"row\">{LiveHtml.Text(p)}{(p == run.Manifest.Baseline ? "<span class=\"n\">baseline</span>" : "")}</th>{string.Concat(metrics.Select(m => LiveHtml.Cell(run.Figure(p, m))))}"))}</section>";

    private IEnumerable<string> Pipelines() => run.Manifest.Pipelines.Select(p => p.Name).Where(p => run.Summary.Any(s => s.Pipeline == p));

    private string Compare() => !run.IsFinished || others.Count == 0
        ? ""
        : $"<section><h2>Compare</h2><form class=\"toolbar\" action=\"/compare\"><input type=\"hidden\" name=\"newer\" value=\"{LiveHtml.Text(run.Id)}\">{LiveHtml.Choice("older", "with the older run", others, null)}<button>Compare</button></form></section>";

    private string Charts()
    {
        var charts = files.Where(f => f.StartsWith("charts/", StringComparison.Ordinal) && f.EndsWith(".png", StringComparison.Ordinal)).ToList();
        return charts.Count == 0
            ? ""
            : $"<section><h2>Charts</h2><div class=\"charts\">{string.Concat(charts.Select(c => $"<a href=\"{LivePage.Link(run.Id, c)}\"><img loading=\"lazy\" src=\"{LivePage.Link(run.Id, c)}\" alt=\"Chart: {LiveHtml.Text(Path.GetFileNameWithoutExtension(c).Replace('-', ' '))}\"></a>"))}</div></section>";
    }

    private string Facts()
    {
        (string Label, string Value)[] facts =
        [
            ("Started", LiveWords.Time(run.Manifest.StartedAt)),
            ("Dataset", $"{Path.GetFileName(run.Manifest.Dataset.File)}, {run.Manifest.Dataset.Split}, {Figure.Count(run.Manifest.Dataset.Samples)} samples, SHA-256 {run.Manifest.Dataset.Hash}"),
            ("Pipelines", string.Join(", ", run.Manifest.Pipelines.Select(p => p.Name))),
            ("Command", run.Manifest.Command),
            .. run.Manifest.Notes.Select(n => ("Note", n)),
        ];
        return $"<section><h2>The run</h2><dl class=\"facts\">{string.Concat(facts.Select(f => $"<dt>{LiveHtml.Text(f.Label)}</dt><dd>{LiveHtml.Text(f.Value)}</dd>"))}</dl></section>";
    }

    private string Link(string file, string text) => $"<a href=\"{LivePage.Link(run.Id, file)}\">{LiveHtml.Text(text)}</a>";
}
