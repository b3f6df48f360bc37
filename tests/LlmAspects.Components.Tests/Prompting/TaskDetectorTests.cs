using CsCheck;
using LlmAspects.Components.Prompting;

namespace LlmAspects.Components.Tests.Prompting;

public class TaskDetectorTests
{
    [Theory]
    [InlineData("What does the ErrorContext attribute do?")]
    [InlineData("Which rule reports a missing Core method in a partial class?")]
    [InlineData("How do I write a function that is traced?")]
    [InlineData("As a developer, which attribute should I use?")]
    [InlineData("What if the first model fails?")]
    [InlineData("How many attempts are made within 30 seconds when 2 models fail?")]
    [InlineData("In which country is the Danube delta?")]
    [InlineData("Is the cache thread-safe?")]
    [InlineData("Explain how an index is built in detail.")]
    [InlineData("Could you tell me about tides?")]
    public void Question_IsQuestionAnswering(string text) => Detect(text).ShouldBe(LlmTask.QuestionAnswering);

    [Theory]
    [InlineData("Summarize the design document.")]
    [InlineData("please summarise:\nThe harbour was closed. Write a poem, said the mayor.")]
    [InlineData("Give me a short summary of the meeting notes")]
    [InlineData("Can you condense this into two lines?")]
    [InlineData("TL;DR: the ship left at nine and came back at ten")]
    public void ShorterText_IsSummarization(string text) => Detect(text).ShouldBe(LlmTask.Summarization);

    [Theory]
    [InlineData("Translate \"good morning\" to German")]
    [InlineData("Please translate the following text into French: the door is open")]
    [InlineData("How do you say thank you in Japanese?")]
    [InlineData("Could you translate this letter?")]
    public void OtherLanguage_IsTranslation(string text) => Detect(text).ShouldBe(LlmTask.Translation);

    [Theory]
    [InlineData("What is in the box?")]
    [InlineData("Who lives in Germany?")]
    [InlineData("Which documents are in German?")]
    [InlineData("Put the result in the report")]
    [InlineData("What does the translation unit hold?")]
    public void TheWordIn_IsNoTranslation(string text) => Detect(text).ShouldNotBe(LlmTask.Translation);

    [Theory]
    [InlineData("Write a poem about the sea")]
    [InlineData("Compose a letter to my landlord about the heating.")]
    [InlineData("I want you to write a short story set in Lisbon")]
    [InlineData("Pretend to be a lighthouse keeper.")]
    [InlineData("Give me ideas for a garden party")]
    [InlineData("Write an email in German to a supplier")]
    public void NewText_IsGeneration(string text) => Detect(text).ShouldBe(LlmTask.Generation);

    [Theory]
    [InlineData("Write a function that reverses a list")]
    [InlineData("Implement quicksort")]
    [InlineData("Create a regular expression for dates")]
    [InlineData("Refactor this: ```int x = 1;```")]
    [InlineData("can you build a website with a login page")]
    public void Program_IsCode(string text) => Detect(text).ShouldBe(LlmTask.Code);

    [Theory]
    [InlineData("Classify each review as good or bad")]
    [InlineData("Assign one of these categories to the ticket: billing, login")]
    [InlineData("Label the following sentences")]
    public void Label_IsClassification(string text) => Detect(text).ShouldBe(LlmTask.Classification);

    [Theory]
    [InlineData("Compare the two proposals")]
    [InlineData("Extract all dates from the contract")]
    [InlineData("Given the table below, identify the cheapest supplier")]
    public void Comparison_IsAnalysis(string text) => Detect(text).ShouldBe(LlmTask.Analysis);

    [Theory]
    [InlineData("Solve 3x + 4 = 19")]
    [InlineData("Prove that the root of two is irrational")]
    [InlineData("What if the bridge had never been built?")]
    [InlineData("Calculate the interest on 500 after 3 years")]
    public void Mathematics_IsReasoning(string text) => Detect(text).ShouldBe(LlmTask.Reasoning);

    [Theory]
    [InlineData("Hello")]
    [InlineData("thanks, that helped")]
    public void Greeting_IsChat(string text) => Detect(text).ShouldBe(LlmTask.Chat);

    [Theory]
    [InlineData("")]
    [InlineData("circuit breaker")]
    [InlineData("the writer of the summary")]
    [InlineData("东京")]
    public void NoSign_IsGeneral(string text)
    {
        TaskDetection detection = TaskDetector.Detect(text);
        detection.Task.ShouldBe(LlmTask.General);
        detection.Confidence.ShouldBe(0);
        detection.Reason.ShouldStartWith("No sign");
    }

    [Fact]
    public void TwoRequests_AreGeneral()
    {
        TaskDetection detection = TaskDetector.Detect("Assume the role of a judge. Label the chapter.");
        detection.Task.ShouldBe(LlmTask.General);
        detection.Scores.Keys.ShouldBe([LlmTask.Generation, LlmTask.Classification], ignoreOrder: true);
        detection.Reason.ShouldStartWith("Two tasks");
    }

    [Fact]
    public void Reason_NamesTheSignsAndNothingElse()
    {
        TaskDetection detection = TaskDetector.Detect("Translate secretword into Greek");
        detection.Reason.ShouldBe("Signs: \"translate\", \"translate\".");
        detection.Confidence.ShouldBe(1);
    }

    [Fact]
    public void RequestBehindALongText_IsRead() => Detect(new string('x', 200_000) + ".\nSummarize this.").ShouldBe(LlmTask.Summarization);

    [Fact]
    public void RequestBeforeALongText_IsRead() => Detect("Summarize this:\n" + string.Concat(Enumerable.Repeat("Why is it so? ", 20_000))).ShouldBe(LlmTask.Summarization);

    [Fact]
    public void SentenceInTheMiddle_CountsLess() => Detect("Label the parts. Pretend nothing. Go on.").ShouldBe(LlmTask.Classification);

    [Fact]
    public void CaseAndApostrophe_DoNotMatter() => Detect("LET’S TRANSLATE THIS").ShouldBe(LlmTask.Translation);

    [Fact]
    public void AnyText_HasAConfidenceFromZeroToOne() =>
        Gen.String.Sample(text => TaskDetector.Detect(text).Confidence.ShouldBeInRange(0, 1));

    private static LlmTask Detect(string text) => TaskDetector.Detect(text).Task;
}
