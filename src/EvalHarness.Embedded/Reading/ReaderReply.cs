using System.Text.Encodings.Web;
using System.Text.Json;

namespace EvalHarness.Embedded.Reading;

/// <summary>A reader's reply, in the form of the answer contract.</summary>
internal sealed record ReaderReply(string Answer, string Category, string Priority, bool Escalate, IReadOnlyList<ReplyCitation> Citations)
{
    // As a chat model writes it: no \u0027 for an apostrophe. The reply is escaped where it is shown.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
