namespace LlmAspects.ReceiverTests.Otlp;

public class OtlpOverHttpTests(OtlpOverHttpRun run) : OtlpExportTests(run), IClassFixture<OtlpOverHttpRun>;
