using EvalHarness.Calibration.Labelling;
using EvalHarness.Reports.Html;

namespace EvalHarness.Reports.Labelling;

/// <summary><c>label.html</c>: one page that asks for a label of each row, keeps them in the browser and hands them out as a file. It needs no network and carries nothing but what raters may see.</summary>
public static class LabelPage
{
    public const string FileName = "label.html";

    private static readonly string[] Scripts = ["dom.js", "label.js"];

    public static string Of(LabelExport export)
    {
        var script = PageTemplate.Script(Scripts);
        return PageTemplate.Fill("label.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["head"] = PageTemplate.Head(export.Task.Asked, "label.css", script, loadsRows: false),
            ["script"] = script,
            ["data"] = PageJson.Write(Data(export)),
        });
    }

    private static object Data(LabelExport export) => new
    {
        export.Key.Export,
        export.Key.What,
        export.Task.Asked,
        export.Task.Rules,
        HasEvidence = export.Task.Evidence != LabelEvidence.Gold,
        Items = export.Items.Select(i => new { i.Id, i.Shown.Question, i.Shown.Answer, i.Shown.Evidence, i.Shown.References }),
    };
}
