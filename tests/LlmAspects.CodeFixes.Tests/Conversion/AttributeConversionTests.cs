using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class AttributeConversionTests
{
    [Fact]
    public Task AttributesOfCallers_StayOnTheDeclaration() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            /// <summary>Asks.</summary>
            [Obsolete("Use Tell.")] // soon
            [return: System.Xml.Serialization.XmlIgnore]
            public string Ask([System.ComponentModel.Description("q")] string question) => question;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            /// <summary>Asks.</summary>
            [Obsolete("Use Tell.")] // soon
            [return: System.Xml.Serialization.XmlIgnore]
            [ErrorContext, TracePerformance]
            public partial string Ask([System.ComponentModel.Description("q")] string question);

            private string AskCore(string question) => question;
        }
        """);

    [Fact]
    public Task AttributesOfTheBody_MoveToCore() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            [SkipLocalsInit]
            public unsafe int First()
            {
                var numbers = stackalloc int[1];
                numbers[0] = 1;
                return numbers[0];
            }

            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
            public async ValueTask SecondAsync() => await Task.Yield();

            [System.ComponentModel.Description("d"), SkipLocalsInit]
            public int Third() => 3;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public unsafe partial int First();

            [SkipLocalsInit]
            private unsafe int FirstCore()
            {
                var numbers = stackalloc int[1];
                numbers[0] = 1;
                return numbers[0];
            }

            [ErrorContext, TracePerformance]
            public partial ValueTask SecondAsync();

            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
            private async ValueTask SecondCoreAsync() => await Task.Yield();

            [System.ComponentModel.Description("d")]
            [ErrorContext, TracePerformance]
            public partial int Third();

            [SkipLocalsInit]
            private int ThirdCore() => 3;
        }
        """,
        wayBack: """
        [LlmComponent("sample")]
        public class Sample
        {
            [SkipLocalsInit]
            public unsafe int First()
            {
                var numbers = stackalloc int[1];
                numbers[0] = 1;
                return numbers[0];
            }

            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
            public async ValueTask SecondAsync() => await Task.Yield();

            [System.ComponentModel.Description("d")]
            [SkipLocalsInit]
            public int Third() => 3;
        }
        """);

    [Fact]
    public Task AttributesOfTheFlow_StandOnBoth() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            [RequiresUnreferencedCode("Loads types."), System.ComponentModel.Description("d")]
            [return: NotNullIfNotNull(nameof(name))]
            public string? Load([System.ComponentModel.Description("n"), DisallowNull] string? name, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type) => name + type;

            public bool TryLoad([NotNullWhen(true)] out string? name)
            {
                name = "";
                return true;
            }

            [SuppressMessage("Design", "CA1021", Justification = "The signature is given.")]
            public void Get(out int number) => number = 1;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [RequiresUnreferencedCode("Loads types."), System.ComponentModel.Description("d")]
            [return: NotNullIfNotNull(nameof(name))]
            [ErrorContext, TracePerformance]
            public partial string? Load([System.ComponentModel.Description("n"), DisallowNull] string? name, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type);

            [RequiresUnreferencedCode("Loads types.")]
            [return: NotNullIfNotNull(nameof(name))]
            private string? LoadCore([DisallowNull] string? name, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type) => name + type;

            [ErrorContext, TracePerformance]
            public partial bool TryLoad([NotNullWhen(true)] out string? name);

            private bool TryLoadCore([NotNullWhen(true)] out string? name)
            {
                name = "";
                return true;
            }

            [SuppressMessage("Design", "CA1021", Justification = "The signature is given.")]
            [ErrorContext, TracePerformance]
            public partial void Get(out int number);

            [SuppressMessage("Design", "CA1021", Justification = "The signature is given.")]
            private void GetCore(out int number) => number = 1;
        }
        """);

    [Fact]
    public Task ObsoleteMethodThatUsesWhatIsObsolete_IsObsoleteInBothParts() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            [Obsolete("Old.", true)]
            public int First() => Other.Old();

            [Experimental("X1")]
            public Other.New Second() => new();
        }

        public static class Other
        {
            [Obsolete("Old.")]
            public static int Old() => 1;

            [Experimental("X2")]
            public class New;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [Obsolete("Old.", true)]
            [ErrorContext, TracePerformance]
            public partial int First();

            [Obsolete("Old.", true)]
            private int FirstCore() => Other.Old();

            [Experimental("X1")]
            [ErrorContext, TracePerformance]
            public partial Other.New Second();

            [Experimental("X1")]
            private Other.New SecondCore() => new();
        }

        public static class Other
        {
            [Obsolete("Old.")]
            public static int Old() => 1;

            [Experimental("X2")]
            public class New;
        }
        """);

    [Fact]
    public Task OneAspect_IsJoinedByTheOther() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext(Operation = "first")]
            public partial int First();

            private int FirstCore() => 1;

            [Obsolete, TracePerformance]
            public partial int Second();

            private int SecondCore() => 2;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext(Operation = "first"), TracePerformance]
            public partial int First();

            private int FirstCore() => 1;

            [Obsolete, ErrorContext, TracePerformance]
            public partial int Second();

            private int SecondCore() => 2;
        }
        """,
        wayBack: """
        [LlmComponent("sample")]
        public class Sample
        {
            public int First() => 1;

            [Obsolete]
            public int Second() => 2;
        }
        """);

    [Fact]
    public Task AttributesOfTheCode_StandOnBoth() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            [ExcludeFromCodeCoverage, MethodImpl(MethodImplOptions.AggressiveOptimization)]
            [System.Runtime.Versioning.SupportedOSPlatform("linux")]
            [System.Diagnostics.DebuggerStepThrough]
            public int Ask() => 1;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ExcludeFromCodeCoverage, MethodImpl(MethodImplOptions.AggressiveOptimization)]
            [System.Runtime.Versioning.SupportedOSPlatform("linux")]
            [System.Diagnostics.DebuggerStepThrough]
            [ErrorContext, TracePerformance]
            public partial int Ask();

            [ExcludeFromCodeCoverage, MethodImpl(MethodImplOptions.AggressiveOptimization)]
            [System.Runtime.Versioning.SupportedOSPlatform("linux")]
            [System.Diagnostics.DebuggerStepThrough]
            private int AskCore() => 1;
        }
        """);
}
