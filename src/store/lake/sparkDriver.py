"""Asks a Spark cluster: SQL comes in and rows go out, each a line of JSON. The argument is the address of the master."""

import json
import sys

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master(sys.argv[1])
    .appName("dixit")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.catalogImplementation", "in-memory")
    # Columns without a value are written too; a partition for each core, not two hundred.
    .config("spark.sql.jsonGenerator.ignoreNullFields", "false")
    .config("spark.sql.shuffle.partitions", "8")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
print("{}", flush=True)
for line in sys.stdin:
    try:
        rows = spark.sql(json.loads(line)).toJSON().collect()
        print('{"rows":[' + ",".join(rows) + "]}", flush=True)
    except Exception as error:
        print(json.dumps({"error": str(error).strip().split("\n")[0]}), flush=True)
spark.stop()
