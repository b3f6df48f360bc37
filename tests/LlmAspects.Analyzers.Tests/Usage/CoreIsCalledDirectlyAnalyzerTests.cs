using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.CoreIsCalledDirectlyAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class CoreIsCalledDirectlyAnalyzerTests
{
    private const string Client = """
        public partial class Client
        {
            [ErrorContext] public partial int Ask(int question);
            private int AskCore(int question) => question == 0 ? 0 : AskCore(question - 1);

            [ErrorContext] public partial string Model { get; }
            private string GetModelCore() => "a model";

        """;

    [Fact]
    public Task CallFromAnotherMethod_IsReported() => Verify.VerifyMessageAsync(
        Client + """
            public int Twice(int question) => 2 * {|#0:AskCore(question)|};
        }
        """,
        "Call 'Ask' instead of 'AskCore': a direct call is neither recorded nor traced");

    [Fact]
    public Task CallOfAnAccessor_NamesTheProperty() => Verify.VerifyMessageAsync(
        Client + """
            public string Describe() => {|#0:GetModelCore()|};
        }
        """,
        "Call 'Model' instead of 'GetModelCore': a direct call is neither recorded nor traced");

    [Fact]
    public Task DelegateOrLambda_IsReported() => Verify.VerifyAsync(Client + """
            public Func<int, int> Method() => {|LLMA3002:AskCore|};
            public Func<int, int> Lambda() => question => {|LLMA3002:AskCore(question)|};
        }
        """);

    [Fact]
    public Task CallOfTheDeclaration_IsNotReported() => Verify.VerifyAsync(Client + """
            public int Twice(int question) => 2 * Ask(question);
            public string Describe() => Model + nameof(AskCore);
        }
        """);

    [Fact]
    public Task CallWithinAnotherCore_IsNotReported() => Verify.VerifyAsync(Client + """
            [ErrorContext] public partial int Ask(string question);
            private int AskCore(string question) => AskCore(question.Length);
        }
        """);

    [Fact]
    public Task MethodThatIsNoCore_IsNotReported() => Verify.VerifyAsync(Client + """
            private int AskCore(long question) => (int)question;
            private int OtherCore() => 1;
            public int Twice() => AskCore(2L) + OtherCore();
        }
        """);

    [Fact]
    public Task GenericType_IsReported() => Verify.VerifyAsync("""
        public partial class Box<T>
        {
            [ErrorContext] public partial TItem Put<TItem>(TItem item);
            private TItem PutCore<TItem>(TItem item) => item;
            public int Twice() => {|LLMA3002:PutCore(2)|};
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(Client + """
        #pragma warning disable LLMA3002
            public int Twice(int question) => 2 * AskCore(question);
        #pragma warning restore LLMA3002
        }
        """);
}
