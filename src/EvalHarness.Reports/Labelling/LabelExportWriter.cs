using System.Text;
using EvalHarness.Calibration.Labelling;

namespace EvalHarness.Reports.Labelling;

/// <summary>Writes what raters get – a sheet and a page – and the key that they do not get.</summary>
public static class LabelExportWriter
{
    /// <summary>Makes the folder where there is none. The key comes last: a folder without one is no export.</summary>
    public static async Task WriteAsync(LabelExport export, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await LabelSheet.WriteAsync(export, folder, cancellationToken);
        await WriteTextAsync(Path.Combine(folder, LabelPage.FileName), LabelPage.Of(export), cancellationToken);
        await WriteTextAsync(Path.Combine(folder, LabelKey.FileName), export.Key.ToJson(), cancellationToken);
    }

    private static Task WriteTextAsync(string path, string text, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
}
