using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Calibration;

/// <summary>Writes labelled rows as <see cref="LabelledRowReader"/> reads them.</summary>
public static class LabelledRowWriter
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(IEnumerable<LabelledRow> rows) => string.Concat(rows.Select(r => Line(r) + "\n"));

    /// <summary>Written beside and moved into place, the folder made where there is none: a reader sees the whole file or none.</summary>
    public static async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var beside = file + ".new";
        try
        {
            await File.WriteAllTextAsync(beside, text, cancellationToken);
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            // Nothing is there any more unless writing stopped half-way.
            File.Delete(beside);
        }
    }

    private static string Line(LabelledRow row)
    {
        JsonObject json = new() { ["id"] = row.Id, ["group"] = row.Group, ["source"] = row.Source, ["system"] = row.System, ["question"] = row.Question };
        if (row.References.Count > 0)
            json["references"] = new JsonArray([.. row.References.Select(r => (JsonNode)r)]);
        if (row.Context.Length > 0)
            json["context"] = row.Context;
        json["answer"] = row.Answer;
        if (row.Labels is [{ } only])
            json["label"] = only ? 1 : 0;
        else
            json["labels"] = new JsonArray([.. row.Labels.Select(l => l is { } decided ? (JsonNode)(decided ? 1 : 0) : null)]);
        return json.ToJsonString(Options);
    }
}
