// A pipeline in C#: reads a question per line, writes an answer per line. Start it with `dotnet run Answer.cs`.
// docs/process-protocol.md is the whole protocol. Replace `articles` and `Answer` by your own; keep stdout for replies alone.
using System.Text.Json.Nodes;

// Whatever takes long, a model or an index, is loaded once, before the ready line.
var articles = new Dictionary<string, string>
{
    ["password-reset"] = "A reset link is valid for 30 minutes.",
    ["export"] = "An export is kept for 7 days.",
};
Write(new JsonObject { ["ready"] = true, ["protocol"] = 1 });

// Ends when the harness closes our input: then so do we.
while (Console.ReadLine() is { } line)
{
    var request = JsonNode.Parse(line)!;
    var reply = Answer((string)request["question"]!);
    reply["id"] = (string)request["id"]!;
    Write(reply);
}

// The article that shares most words with the question.
JsonObject Answer(string question)
{
    var asked = Words(question);
    var (document, text) = articles.MaxBy(a => Words(a.Value).Count(asked.Contains));
    return new JsonObject
    {
        ["answer"] = text,
        ["passages"] = new JsonArray(new JsonObject { ["document"] = document, ["text"] = text }),
        ["citations"] = new JsonArray(document),
        ["usage"] = new JsonObject { ["input"] = asked.Count + Words(text).Count, ["output"] = Words(text).Count },
        ["model"] = "most-words-in-common",
    };
}

static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split([' ', '.', '?'], StringSplitOptions.RemoveEmptyEntries)];

static void Write(JsonObject line)
{
    Console.Out.Write(line.ToJsonString() + "\n");
    Console.Out.Flush();
}
