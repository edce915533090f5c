using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Pipelines.Chat;

internal sealed class ChatPromptTests
{
    private static readonly Corpus Corpus = new("2026", "hash", [new Document("a", "First <A>", null, "Text of a."), new Document("b", "Second", null, "Text of b.")]);

    private static readonly Passage Passage = new("b#1", "b", "Second", "Text of b.", null, 1);

    [Test]
    public void Examples_stand_between_the_instructions_and_the_conversation()
    {
        var prompt = new ChatPrompt("Be brief.") { Examples = [new Message("user", "1?"), new Message("assistant", "one")] };
        var request = Request("3?", [new Message("user", "2?"), new Message("assistant", "two"), new Message("user", "3?")]);

        var turns = prompt.Messages(request, passages: null).Select(m => $"{m.Role}: {m.Text}");

        Assert.That(turns, Is.EqualTo(["system: Be brief.", "user: 1?", "assistant: one", "user: 2?", "assistant: two", "user: 3?"]));
    }

    [Test]
    public void A_whole_corpus_stands_before_everything_in_its_order_and_escaped()
    {
        var prompt = new ChatPrompt("Be brief.") { Documents = ChatPrompt.WholeCorpus(Corpus) };

        var system = prompt.Messages(Request("3?"), passages: null)[0];

        Assert.That(system.Text, Is.EqualTo(
            """
            <passage document="a" title="First &lt;A&gt;">
            Text of a.
            </passage>
            <passage document="b" title="Second">
            Text of b.
            </passage>

            Be brief.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void What_stands_before_the_question_is_the_same_for_every_question()
    {
        var prompt = new ChatPrompt("Be brief.") { Documents = ChatPrompt.WholeCorpus(Corpus), Examples = [new Message("user", "1?"), new Message("assistant", "one")] };

        string[] Prefix(string question) => [.. prompt.Messages(Request(question), passages: null).SkipLast(1).Select(m => m.Text)];

        Assert.That(Prefix("one question?"), Is.EqualTo(Prefix("another?")));
    }

    [Test]
    public void A_whole_corpus_is_marked_as_a_stable_prefix_and_instructions_alone_are_not()
    {
        static bool IsMarked(ChatPrompt prompt) => prompt.Messages(Request("3?"), passages: null)[0].Contents.Single().AdditionalProperties?.ContainsKey(ChatPrompt.StablePrefix) == true;

        Assert.That(IsMarked(new ChatPrompt("Be brief.") { Documents = "<passage/>" }), Is.True);
        Assert.That(IsMarked(new ChatPrompt("Be brief.")), Is.False);
    }

    [Test]
    public void A_retrieved_passage_looks_like_one_of_a_whole_corpus()
    {
        var retrieved = new ChatPrompt("").Messages(Request("3?"), [Passage])[^1].Text;

        Assert.That(ChatPrompt.WholeCorpus(Corpus), Does.EndWith(retrieved[..^"3?".Length]));
    }

    [Test]
    public void Without_instructions_there_is_no_system_message()
    {
        Assert.That(new ChatPrompt("").Messages(Request("3?"), passages: null).Single().Role, Is.EqualTo(ChatRole.User));
    }

    private static PipelineRequest Request(string question, IReadOnlyList<Message>? messages = null) =>
        new(question, messages ?? [new Message("user", question)], new Dictionary<string, string>(), ResponseSchema: null);
}
