using EvalHarness.Calibration.Labelling;
using EvalHarness.Reports.Labelling;
using EvalHarness.Tests;

namespace EvalHarness.Browser.Tests;

/// <summary>A labelling page over texts of the test's choice.</summary>
internal static class SomeExport
{
    public static LabelExport Of(string what, params IReadOnlyList<ShownRow> rows)
    {
        var key = new LabelKey
        {
            Run = "secret-run",
            What = what,
            Evidence = LabelTask.Named(what).Evidence,
            Metric = "secret-metric",
            DefinitionId = "secret@1",
            Drawn = "random",
            Seed = 1,
            Eligible = rows.Count,
            Rows = [.. rows.Select((r, i) => new LabelKeyRow($"row{i}", "w", "s", "secret-pipeline", 0, "g", 0.123456, true, r.Hash))],
        }.Sealed();
        return new LabelExport(key, LabelTask.Named(what), [.. rows.Select((r, i) => new LabelItem($"row{i}", r))], 0.5, new Dictionary<string, int>());
    }

    public static IReadOnlyList<ShownRow> Plain(int rows) =>
    [
        .. Enumerable.Range(1, rows).Select(i => new ShownRow(
            $"How long is a reset link of kind {i} valid?",
            "A reset link is valid for 30 minutes. It works once.",
            "Resetting a password\n\nA reset link is valid for 60 minutes and works once.\n\nAsk for another one when it has run out. " + string.Concat(Enumerable.Repeat("Open Settings, then Security. ", 25)),
            ["60 minutes", "one hour"])),
    ];

    public static async Task<string> WriteAsync(LabelExport export, TemporaryFolder folder)
    {
        await LabelExportWriter.WriteAsync(export, folder.FullPath, CancellationToken.None);
        return folder["label.html"];
    }
}
