using System.Text;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Inputs;
using EvalHarness.Reports.Html;

namespace EvalHarness.Reports.Reviewing;

/// <summary>One page that shows drafts one by one, keeps decisions in the browser and hands them out as a file. It needs no network.</summary>
public static class ReviewPage
{
    private static readonly string[] Scripts = ["dom.js", "review.js"];

    public static Task WriteAsync(IReadOnlyList<ShownDraft> drafts, string file, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(file, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(Of(drafts)), cancellationToken).AsTask());

    public static string Of(IReadOnlyList<ShownDraft> drafts)
    {
        var script = PageTemplate.Script(Scripts);
        return PageTemplate.Fill("review.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["head"] = PageTemplate.Head("Review of drafted questions", "label.css", script, loadsRows: false),
            ["script"] = script,
            ["data"] = PageJson.Write(new { Export = ContentHash.Short(ContentHash.Of([.. drafts.Select(d => d.Draft.Id)])), Items = drafts.Select(Item) }),
        });
    }

    private static object Item(ShownDraft shown) => new
    {
        shown.Draft.Id,
        Kind = $"{DraftNames.Of(shown.Draft.Kind)}, {DraftNames.Of(shown.Draft.Phrasing)}",
        shown.Draft.Question,
        Answer = shown.Draft.BestAnswer ?? "",
        IsUnanswerable = shown.Draft.Kind == DraftKind.Unanswerable,
        OtherWordings = shown.Draft.Answers.Skip(1),
        Superseded = shown.Draft.SupersededAnswers,
        shown.Draft.Flags,
        shown.Evidence,
        shown.Earlier,
        Probes = shown.Probes().Select(p => new { p.From, p.Said }),
    };
}
