using System.IO.Compression;
using System.Text.Json;
using EvalHarness.Calibration;

namespace EvalHarness.Tests.Evaluators;

/// <summary>The rows of a gzipped JSON-lines file below the shared data.</summary>
internal static class SharedRows
{
    public static IReadOnlyList<JsonElement> Read(string name)
    {
        using var file = File.OpenRead(SharedData.File(name));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var rows = new List<JsonElement>();
        while (reader.ReadLine() is { } line)
            rows.Add(JsonSerializer.Deserialize<JsonElement>(line));
        return rows;
    }

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    /// <summary>The half of the groups that constants were chosen on; figures are reported on the other.</summary>
    public static bool IsForChoosing(string group) => GroupHalf.IsForTuning(group);
}
