using System.Security;
using System.Text;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Makes the messages that a model is sent: instructions, passages, the conversation.</summary>
/// <param name="Instructions">The system prompt; <c>{schema}</c> in it becomes the response schema.</param>
public sealed record ChatPrompt(string Instructions)
{
    public IReadOnlyList<ChatMessage> Messages(PipelineRequest request, IReadOnlyList<Passage>? passages)
    {
        var system = Instructions.Replace("{schema}", request.ResponseSchema ?? "", StringComparison.Ordinal).Trim();
        List<ChatMessage> messages = system.Length == 0 ? [] : [new ChatMessage(ChatRole.System, system)];
        messages.AddRange(request.Messages.SkipLast(1).Select(m => new ChatMessage(new ChatRole(m.Role), m.Content)));
        messages.Add(new ChatMessage(ChatRole.User, LastTurn(request, passages)));
        return messages;
    }

    // Text from documents is escaped, so that a passage cannot close its own element.
    private static string LastTurn(PipelineRequest request, IReadOnlyList<Passage>? passages)
    {
        var turn = new StringBuilder();
        foreach (var passage in passages ?? [])
            turn.Append("<passage document=\"").Append(SecurityElement.Escape(passage.Document))
                .Append("\" title=\"").Append(SecurityElement.Escape(passage.Title)).Append("\">\n")
                .Append(SecurityElement.Escape(passage.Text)).Append("\n</passage>\n");

        foreach (var (name, value) in request.Context)
            turn.Append(name).Append(": ").Append(value).Append('\n');

        return turn.Append(request.Question).ToString();
    }
}
