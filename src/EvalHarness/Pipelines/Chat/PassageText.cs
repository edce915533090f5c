using System.Security;
using System.Text;

namespace EvalHarness.Pipelines.Chat;

/// <summary>How a piece of a document stands in a prompt, retrieved or not, so that one prompt file serves both.</summary>
internal static class PassageText
{
    // Text from documents is escaped, so that a passage cannot close its own element.
    public static StringBuilder AppendPassage(this StringBuilder prompt, string document, string title, string text) => prompt
        .Append("<passage document=\"").Append(SecurityElement.Escape(document))
        .Append("\" title=\"").Append(SecurityElement.Escape(title)).Append("\">\n")
        .Append(SecurityElement.Escape(text)).Append("\n</passage>\n");
}
