using System.Text.Json;

namespace EvalHarness.Tests.Imports.Datasets;

/// <summary>promptfoo's assertions become gold answers where they say what the answer is, and are listed where they do not.</summary>
internal sealed class PromptfooDatasetTests
{
    private ImportedDataset imported = null!;

    [SetUp]
    public void Create() => imported = new ImportedDataset();

    [TearDown]
    public void Remove() => imported.Dispose();

    [Test]
    public async Task A_configuration_in_YAML()
    {
        imported.Folder.Write("promptfooconfig.yaml",
            """
            prompts: ['Answer: {{question}}']
            providers: [openai:gpt]
            defaultTest:
              vars: { product: Helpdesk }
              assert:
                - type: javascript
                  value: output.length < 100
            tests:
              - vars: { question: How long is a link valid? }
                assert:
                  - type: icontains-any
                    value: [half an hour, 30 min]
                  - type: llm-rubric
                    value: is polite
              - vars: { question: Who are you? }
                assert:
                  - type: equals
                    value: '{{name}}'
                  - type: not-contains
                    value: robot
              - vars: { question: [a, b] }
              - file://more.csv
              - file://made.js
            """);
        imported.Folder.Write("more.csv", "question,__expected,__expected2,__description\nWhat is 2+2?,4,contains: 4,sum\nWhich are primes?,\"contains-all: 2, 3\",,\nWhat ratio?,1:2,,\n");

        var samples = await imported.ImportAsync("promptfoo", "promptfooconfig.yaml");

        Assert.That(samples.Select(s => (s.Question, string.Join('|', s.Answers))), Is.EqualTo([
            ("How long is a link valid?", "half an hour|30 min"),
            ("Who are you?", ""),
            ("What is 2+2?", "4"),
            ("Which are primes?", ""),
            ("What ratio?", "1:2")]));
        Assert.That(samples.Select(s => s.Context["product"]), Is.All.EqualTo("Helpdesk"));
        Assert.That(samples.Select(s => s.Unlabelled), Is.EqualTo([false, true, false, true, false]));
        Assert.That(imported.LeftOut("assertions 'javascript'"), Is.EqualTo(5));
        Assert.That(imported.LeftOut("assertions 'llm-rubric'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("assertions 'not-contains'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("assertions 'contains-all'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("assertions 'equals' with a template"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("variables with several values"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("tests that a program makes"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("prompts"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("providers"), Is.EqualTo(1));
    }

    // Each must hold; gold answers are alternatives, of which one is enough.
    [TestCase("contains", "Ada", "contains", "Grace", "", "contains")]
    [TestCase("icontains", "Ada", "contains-any", "Grace", "", "contains-any")]
    [TestCase("equals", "Ada", "similar", "Grace", "", "similar")]
    [TestCase("contains", "Ada", "equals", "Ada and Grace", "Ada and Grace", "contains")]
    [TestCase("contains", "Ada", "icontains", "Ada", "Ada", null)]
    public async Task Assertions_that_must_all_hold_are_no_alternatives(string first, string value, string second, string other, string gold, string? leftOut)
    {
        imported.Folder.Write("tests.jsonl", JsonSerializer.Serialize(new { vars = new { question = "Who?" }, assert = new[] { new { type = first, value }, new { type = second, value = other } } }));

        var sample = (await imported.ImportAsync("promptfoo", "tests.jsonl")).Single();

        Assert.That((string.Join('|', sample.Answers), sample.Unlabelled), Is.EqualTo((gold, gold.Length == 0)));
        if (leftOut is not null)
            Assert.That(imported.LeftOut($"assertions '{leftOut}'"), Is.GreaterThan(0));
    }

    [Test]
    public async Task A_list_of_tests_in_JSON_lines_with_a_question_of_another_name()
    {
        imported.Folder.Write("tests.jsonl", """{"vars":{"ask":"How?","who":"me"},"assert":[{"type":"equals","value":"So."}]}""");

        var sample = (await imported.ImportAsync("promptfoo", "tests.jsonl", map: ["question=vars.ask"])).Single();

        Assert.That((sample.Question, sample.Answers.Single(), sample.Context["who"]), Is.EqualTo(("How?", "So.", "me")));
    }

    [TestCase("is-json")]
    [TestCase("not-is-refusal")]
    [TestCase("cost(0.01)")]
    [TestCase("select-best: the shortest")]
    [TestCase("tool-call-f1")]
    public async Task A_cell_that_only_asserts_something_is_no_answer(string cell)
    {
        imported.Folder.Write("tests.csv", $"question,__expected\nHow?,{cell}\n");

        var sample = (await imported.ImportAsync("promptfoo", "tests.csv")).Single();

        Assert.That((sample.Answers, sample.Unlabelled), Is.EqualTo((Array.Empty<string>(), true)));
        Assert.That(imported.LeftOut($"assertions '{cell.Split('(', ':')[0]}'"), Is.EqualTo(1));
    }

    [TestCase("answer")]
    [TestCase("grade")]
    [TestCase("is json")]
    public async Task A_cell_of_another_word_is_the_answer(string cell)
    {
        imported.Folder.Write("tests.csv", $"question,__expected\nHow?,{cell}\n");

        Assert.That((await imported.ImportAsync("promptfoo", "tests.csv")).Single().Answers, Is.EqualTo([cell]));
    }

    [Test]
    public async Task What_a_test_says_besides_is_listed()
    {
        imported.Folder.Write("tests.csv", "question,__expected,__threshold,__prefix\nHow?,So.,0.5,Please:\n");
        imported.Folder.Write("promptfooconfig.yaml",
            """
            defaultTest:
              options: { transform: output.trim() }
            tests:
              - vars: { question: Who? }
                threshold: 0.5
                assert: [{ type: equals, value: Me. }]
              - vars: file://vars.yaml
              - file://tests.csv
            """);

        var samples = await imported.ImportAsync("promptfoo", "promptfooconfig.yaml");

        Assert.That(samples.Select(s => s.Question), Is.EqualTo(["Who?", "How?"]));
        Assert.That(imported.LeftOut("defaultTest's 'options'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("tests' 'threshold'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("tests' '__threshold'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("tests' '__prefix'"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("variables made from templates or files"), Is.EqualTo(1));
    }
}
