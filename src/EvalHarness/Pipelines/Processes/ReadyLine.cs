using System.Text.Json;

namespace EvalHarness.Pipelines.Processes;

/// <summary>The first line that a program writes.</summary>
internal static class ReadyLine
{
    public const string Expected = """{"ready": true, "protocol": 1}""";

    public static bool Is(string line)
    {
        try
        {
            using var said = JsonDocument.Parse(line);
            return said.RootElement.ValueKind == JsonValueKind.Object
                && said.RootElement.TryGetProperty("ready", out var ready) && ready.ValueKind == JsonValueKind.True
                && said.RootElement.TryGetProperty("protocol", out var protocol) && protocol.ValueKind == JsonValueKind.Number && protocol.GetRawText() == "1";
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
