using EvalHarness.Inputs;

namespace EvalHarness.Tests.Imports.Datasets;

/// <summary>Gold data of other tools become samples of ours, and what does not is listed.</summary>
internal sealed class DatasetFormatTests
{
    private ImportedDataset imported = null!;

    [SetUp]
    public void Create() => imported = new ImportedDataset();

    [TearDown]
    public void Remove() => imported.Dispose();

    [Test]
    public async Task Csv_with_a_mapping()
    {
        imported.Folder.Write("s.csv", "nr,prompt,gold,topic,note\n1,How long?,\"[\"\"30 minutes\"\", \"\"half an hour\"\"]\",reset,x\n1,How long?,\"[\"\"30 minutes\"\"]\",reset,x\n2,Why?,,reset,\n");

        var samples = await imported.ImportAsync("csv", "s.csv", map: ["id=nr", "question=prompt", "answers=gold", "tags.topic=topic"]);

        Assert.That(samples.Select(s => (s.Id, s.Question, s.Unlabelled)), Is.EqualTo([("1", "How long?", false), ("2", "Why?", true)]));
        Assert.That(samples[0].Answers, Is.EqualTo(["30 minutes", "half an hour"]));
        Assert.That(samples[0].Tags["topic"], Is.EqualTo("reset"));
        Assert.That(imported.LeftOut("further rows of a question"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("gold answers: these rows have none"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("column 'note'"), Is.EqualTo(3));
    }

    [TestCase("csv", "s.csv", "frage,antwort\nWarum?,Darum.\n", "s.csv: no sample comes of it: 1 × rows without a question, or that do not end with one (looked for question): ", "--map question=<column>")]
    [TestCase("chat-ft", "s.jsonl", "", "s.jsonl: no sample comes of it. Check that the file is whole", "of this format")]
    [TestCase("jsonl", "s.jsonl", "", "s.jsonl: the file holds no row.", "the right file")]
    [TestCase("otel", "s.jsonl", "{}", "s.jsonl: there is no trace in it.", "GenAI spans")]
    public void A_source_of_which_nothing_comes_is_named_and_nothing_is_left(string format, string file, string content, string found, string mend)
    {
        imported.Folder.Write(file, content);

        Assert.That(() => imported.ImportAsync(format, file), Throws.TypeOf<InputException>().With.Message.Contains(found).And.Message.Contains(mend));
        Assert.That(Directory.EnumerateFiles(imported.Folder["out"]), Is.Empty);
    }

    [Test]
    public void A_source_that_is_not_there_is_said_whatever_its_ending() =>
        Assert.That(() => imported.ImportAsync("squad", "nothing"), Throws.TypeOf<InputException>().With.Message.Contains("nothing: the file does not exist"));

    [Test]
    public async Task Without_an_id_the_same_question_always_gets_the_same_one()
    {
        imported.Folder.Write("s.jsonl", "{\"question\":\"How long?\",\"answer\":\"30\"}\n{\"question\":\"Why?\",\"answer\":\"So.\"}");
        var first = await imported.ImportAsync("jsonl", "s.jsonl");
        imported.Folder.Write("s.jsonl", "{\"question\":\"Why?\",\"answer\":\"So.\"}\n{\"question\":\"How  long?\",\"answer\":\"30\"}");

        var second = await imported.ImportAsync("jsonl", "s.jsonl", force: true);

        Assert.That(second.Select(s => s.Id), Is.EqualTo(first.Select(s => s.Id).Reverse()));
    }

    [Test]
    public void An_id_of_two_questions_and_a_thing_that_no_sample_has_are_told()
    {
        imported.Folder.Write("s.jsonl", "{\"id\":1,\"question\":\"A?\",\"answer\":\"a\"}\n{\"id\":1,\"question\":\"B?\",\"answer\":\"b\"}");

        Assert.That(() => imported.ImportAsync("jsonl", "s.jsonl"), Throws.TypeOf<InputException>().With.Message.Contains("the id '1' stands for two questions"));
        Assert.That(() => imported.ImportAsync("jsonl", "s.jsonl", map: ["anwsers=x"]), Throws.TypeOf<InputException>().With.Message.Contains("--map: a sample has no 'anwsers'. Did you mean 'answers'?"));
        Assert.That(() => imported.ImportAsync("jsnl", "s.jsonl"), Throws.TypeOf<InputException>().With.Message.Contains("there is no format 'jsnl'. Did you mean 'jsonl'?"));
        Assert.That(imported.Target, Does.Not.Exist);
    }

    [Test]
    public async Task Ids_that_would_do_harm_are_made_safe()
    {
        imported.Folder.Write("s.jsonl", $$"""{"id":"{{new string('x', 300)}}","question":"A?","answer":"a"}""" + "\n" + """{"id":"a\u0000\n../b","question":"B?","answer":"b"}""");

        var samples = await imported.ImportAsync("jsonl", "s.jsonl");

        Assert.That(samples.Select(s => s.Id.Length), Is.All.LessThanOrEqualTo(200));
        Assert.That(samples.SelectMany(s => s.Id), Has.None.Matches<char>(char.IsControl));
    }

    [TestCase("""{"question":"A?","ground_truth":"a","contexts":["c"],"evolution_type":"simple"}""", "evolution")]
    [TestCase("""{"question":"A?","ground_truths":["a"]}""", null)]
    [TestCase("""{"user_input":"A?","reference":"a","reference_contexts":["c"],"synthesizer_name":"multi_hop"}""", "synthesizer")]
    public async Task Ragas_of_either_naming(string row, string? tag)
    {
        imported.Folder.Write("s.jsonl", row);

        var samples = await imported.ImportAsync("ragas", "s.jsonl");

        Assert.That((samples.Single().Question, samples.Single().Answers.Single()), Is.EqualTo(("A?", "a")));
        Assert.That(samples.Single().Tags.Keys, Is.EqualTo(tag is null ? [] : new[] { tag }));
        Assert.That(imported.LeftOut("column "), Is.EqualTo(tag is null ? 0 : 1));
    }

    [Test]
    public async Task A_conversation_of_Ragas_keeps_its_turns()
    {
        imported.Folder.Write("s.jsonl", """{"user_input":[{"content":"Hi","type":"human"},{"content":"Yes?","type":"ai"},{"content":"How long?","type":"human"}],"reference":"30"}""");

        var sample = (await imported.ImportAsync("ragas", "s.jsonl")).Single();

        Assert.That(sample.Messages.Select(m => (m.Role, m.Content)), Is.EqualTo([("user", "Hi"), ("assistant", "Yes?"), ("user", "How long?")]));
    }

    [Test]
    public async Task OpenAI_evals()
    {
        imported.Folder.Write("s.jsonl", """
            {"input":[{"role":"system","content":"Be brief."},{"role":"user","content":"2+2?"}],"ideal":"4"}
            {"input":"3+3?","ideal":["6","six"]}
            {"input":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes?"},{"role":"user","content":"4+4?"}],"ideal":"8"}
            {"input":[{"role":"system","content":"only this"}],"ideal":"x"}
            """);

        var samples = await imported.ImportAsync("openai-evals", "s.jsonl");

        Assert.That(samples.Select(s => s.Question), Is.EqualTo(["2+2?", "3+3?", "4+4?"]));
        Assert.That(samples.Select(s => s.Answers), Is.EqualTo(new string[][] { ["4"], ["6", "six"], ["8"] }));
        Assert.That(samples[2].Messages, Has.Count.EqualTo(3));
        Assert.That(imported.LeftOut("system messages"), Is.EqualTo(2));
        Assert.That(imported.LeftOut("rows that do not end with a question"), Is.EqualTo(1));
    }

    [Test]
    public async Task Fine_tuning_examples_end_with_the_gold_answer()
    {
        imported.Folder.Write("s.jsonl", """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"How long?"},{"role":"assistant","content":"30 minutes."}]}
            {"messages":[{"role":"user","content":"Call it."},{"role":"assistant","tool_calls":[]},{"role":"tool","content":"x"},{"role":"assistant","content":"Done."}]}
            """);

        var samples = await imported.ImportAsync("chat-ft", "s.jsonl");

        Assert.That((samples.Single().Question, samples.Single().Answers.Single()), Is.EqualTo(("How long?", "30 minutes.")));
        Assert.That(imported.LeftOut("rows with tool calls"), Is.EqualTo(1));
    }

    [Test]
    public async Task Beir_becomes_a_corpus_and_questions_with_relevant_documents()
    {
        imported.Folder.Write("beir/corpus.jsonl", """
            {"_id":"MED-1","title":"On \"salt\": a review","text":"Salt raises blood pressure.\n---\nSo they say.","metadata":{}}
            {"_id":"a/../b","title":"","text":"--- text that looks like a fence"}
            {"_id":"a-b","title":"Only a title","text":""}
            """);
        imported.Folder.Write("beir/queries.jsonl", """
            {"_id":"q1","text":"Is salt bad?"}
            {"_id":"q2","text":"Unjudged?"}
            """);
        imported.Folder.Write("beir/qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\tMED-1\t2\nq1\ta/../b\t1\nq1\ta-b\t0\nq1\tgone\t1\n");
        imported.Folder.Write("beir/qrels/train.tsv", "query-id\tcorpus-id\tscore\nq2\tMED-1\t1\n");

        var samples = await imported.ImportAsync("beir", "beir", split: "test");

        Assert.That(samples.Single().Evidence.Select(e => (e.Document, e.Quote)), Is.EqualTo([("MED-1", ""), ("a/../b", "")]));
        Assert.That((samples.Single().Unlabelled, samples.Single().Split), Is.EqualTo((true, "test")));
        Assert.That(imported.Corpus.Documents.Select(d => (d.Id, d.Title)), Is.EqualTo([("MED-1", "On \"salt\": a review"), ("a-b", "Only a title"), ("a/../b", "a/../b")]));
        Assert.That(imported.Corpus.Find("MED-1")!.Text, Is.EqualTo("Salt raises blood pressure.\n---\nSo they say.\n"));
        Assert.That(Directory.GetFiles(imported.Folder["out"], "*", SearchOption.AllDirectories), Has.Length.EqualTo(4));
        Assert.That(imported.LeftOut("queries without a relevant document"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("relevant documents that the corpus does not hold"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("judgements of a document as not relevant"), Is.EqualTo(1));
        Assert.That(imported.LeftOut("grades of relevance above 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Traces_become_unlabelled_samples()
    {
        imported.Folder.Write("spans.jsonl", """
            {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t","spanId":"s","name":"chat m","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"How long?\"}]}]"}}]}]}]}]}
            """);

        var sample = (await imported.ImportAsync("otel", "spans.jsonl")).Single();

        Assert.That((sample.Question, sample.Unlabelled), Is.EqualTo(("How long?", true)));
        Assert.That(imported.Report.Unlabelled, Is.EqualTo(1));
    }

    [Test]
    public async Task What_stands_at_the_target_is_replaced_only_when_that_is_asked_for()
    {
        imported.Folder.Write("s.jsonl", "{\"question\":\"A?\",\"answer\":\"a\"}");
        imported.Folder.Write("out/samples.jsonl", "mine");

        Assert.That(() => imported.ImportAsync("jsonl", "s.jsonl"), Throws.TypeOf<InputException>().With.Message.Contains("the file exists").And.Message.Contains("--force"));
        Assert.That(imported.Folder.Text("out/samples.jsonl"), Is.EqualTo("mine"));
        Assert.That(await imported.ImportAsync("jsonl", "s.jsonl", force: true), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_source_that_breaks_off_leaves_nothing_behind()
    {
        imported.Folder.Write("s.jsonl", "{\"question\":\"A?\",\"answer\":\"a\"}\n{\"question\"");

        Assert.That(() => imported.ImportAsync("jsonl", "s.jsonl"), Throws.TypeOf<InputException>().With.Message.Contains("s.jsonl:2:"));
        Assert.That(Directory.EnumerateFileSystemEntries(imported.Folder["out"]), Is.Empty);
    }

    [Test]
    public async Task A_folder_that_holds_more_than_articles_is_not_replaced()
    {
        imported.Folder.Write("dev.json", """{"data":[{"title":"T","paragraphs":[{"context":"It is so.","qas":[{"id":"q","question":"Is it?","answers":[{"text":"so","answer_start":6}]}]}]}]}""");
        await imported.ImportAsync("squad", "dev.json");
        await imported.ImportAsync("squad", "dev.json", force: true);
        imported.Folder.Write("out/corpus/precious.txt", "mine");

        Assert.That(() => imported.ImportAsync("squad", "dev.json", force: true), Throws.TypeOf<InputException>().With.Message.Contains("precious.txt: this is no article"));
        Assert.That(imported.Folder["out/corpus/precious.txt"], Does.Exist);
    }

    [Test]
    public async Task A_limit_keeps_the_first_samples()
    {
        imported.Folder.Write("s.jsonl", string.Join('\n', Enumerable.Range(0, 5).Select(i => $$"""{"id":{{i}},"question":"{{i}}?","answer":"a"}""")));

        Assert.That((await imported.ImportAsync("jsonl", "s.jsonl", limit: 2)).Select(s => s.Id), Is.EqualTo(["0", "1"]));
    }
}
